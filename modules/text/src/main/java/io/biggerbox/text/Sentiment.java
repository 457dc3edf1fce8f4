package io.biggerbox.text;

/**
 * How a text or sentence feels.
 *
 * @param label the class
 * @param score from −1 (as bad as it gets) to +1 (as good as it gets)
 * @param confidence probability from 0 to 1 that the label is right
 */
public record Sentiment(SentimentLabel label, double score, double confidence) {

    /** Says nothing either way, and claims no knowledge: what empty and unreadable texts get. */
    public static final Sentiment UNKNOWN = new Sentiment(SentimentLabel.NEUTRAL, 0, 0);

    public Sentiment {
        if (!(score >= -1 && score <= 1)) {
            throw new IllegalArgumentException("score outside [-1, 1]: " + score);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside [0, 1]: " + confidence);
        }
    }
}
