package io.biggerbox.service;

import java.io.Serial;

/** Something is not done because it would do harm as things stand; the message says what to do first. */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what stands in the way and what to do about it. */
    public RefusedException(String message) {
        super(message);
    }
}
