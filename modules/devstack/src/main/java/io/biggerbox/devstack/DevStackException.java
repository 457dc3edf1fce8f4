package io.biggerbox.devstack;

import org.jspecify.annotations.Nullable;

/** The stack cannot start or go on; the message says why and, where there is one, the remedy. */
public class DevStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message for the person at the terminal
     * @param cause what happened underneath, or null
     */
    public DevStackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
