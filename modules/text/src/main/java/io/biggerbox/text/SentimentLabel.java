package io.biggerbox.text;

/** Which way a text, a sentence or a mention leans. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
