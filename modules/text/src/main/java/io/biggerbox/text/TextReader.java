package io.biggerbox.text;

/**
 * Reads verbatims: language, sentiment, themes, intents and redaction in one pass.
 *
 * <p>Implementations are immutable and safe for use by any number of threads, never throw on any
 * text (however malformed), take time linear in its length, and give the same reading for the same
 * text, model version and taxonomy version on every machine.
 */
public interface TextReader {

    /**
     * Reads what a customer wrote.
     *
     * @param text the verbatim, of any length; the empty text gives a reading with status
     *     {@link ReadingStatus#EMPTY}
     */
    Reading read(String text);

    /** Reads what the vendor answered: whether the reply owns the problem or explains it away. */
    ReplyReading readReply(String text);

    /** Version of the rules and model files behind every label, for instance {@code fast-1} or {@code fast-1+cascade-1@0.10}. */
    String modelVersion();

    /** Version of the taxonomy whose themes this reader finds. */
    String taxonomyVersion();
}
