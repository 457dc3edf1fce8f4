package io.biggerbox.recurrence;

/** Stored state that this version cannot read: written by another version, or damaged. */
public final class StateFormatException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Names what is wrong.
     *
     * @param message what was read and what was expected
     */
    public StateFormatException(String message) {
        super(message);
    }
}
