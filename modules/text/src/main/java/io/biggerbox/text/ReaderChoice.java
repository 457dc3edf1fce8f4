package io.biggerbox.text;

/** Who reads. */
public enum ReaderChoice {
    /** The fast reader alone: pure Java. */
    FAST,
    /** The fast reader, and a sentence model for what it is unsure of: an optional module with a native library. */
    CASCADE
}
