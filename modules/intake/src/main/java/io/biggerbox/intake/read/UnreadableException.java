package io.biggerbox.intake.read;

/** The file as a whole cannot be read: it is empty, of another encoding, or lacks a header. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong, as the rest of a sentence that begins with the file's name
     * @param remedy what to do about it
     */
    public UnreadableException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
