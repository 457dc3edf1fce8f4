package io.biggerbox.cli.output;

import java.io.Serial;

/** The command cannot do what it was asked to; the message says why and what to do. */
public final class CommandFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message for people
     */
    public CommandFailedException(String message) {
        super(message);
    }
}
