package io.biggerbox.text;

/** Whether a text could be read at all. Said, never guessed. */
public enum ReadingStatus {
    /** The text was read. */
    READ,
    /** Nothing to read: empty, white space or control characters only. */
    EMPTY,
    /** The language is known and not supported: redacted, but without sentiment or themes. */
    UNSUPPORTED_LANGUAGE
}
