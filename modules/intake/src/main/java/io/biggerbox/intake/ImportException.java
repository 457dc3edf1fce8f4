package io.biggerbox.intake;

/** A file that cannot be imported at all; single bad rows never cause it. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong, naming the file
     * @param remedy what the user can do about it
     */
    public ImportException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** As above, for an underlying failure. */
    public ImportException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What the user can do about it: one or two sentences. */
    public String remedy() {
        return remedy;
    }
}
