package io.biggerbox.events.wire;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The registry cannot be reached, answers with errors of its own, or does not let us in. Says nothing about the record: never
 * dead-letter on it, stop and try again later.
 */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was asked of which registry, how often and for how long
     * @param cause the last failure, or null
     */
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
