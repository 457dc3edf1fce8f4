package io.biggerbox.text;

import java.io.Serial;

/** There is no second opinion to be had; the message says why and, at the start, what to do about it. */
public final class SecondOpinionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Nothing below caused it. */
    public SecondOpinionException(String message) {
        super(message);
    }

    /** Something below caused it. */
    public SecondOpinionException(String message, Throwable cause) {
        super(message, cause);
    }
}
