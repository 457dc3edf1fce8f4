package io.biggerbox.backtest;

import java.io.Serial;

/** History that cannot be replayed; the message names file, line and remedy. */
public final class BacktestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message with file, line and remedy
     */
    public BacktestException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and why.
     *
     * @param message with file, line and remedy
     * @param cause what led to it
     */
    public BacktestException(String message, Throwable cause) {
        super(message, cause);
    }
}
