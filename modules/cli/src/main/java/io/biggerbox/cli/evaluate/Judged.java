package io.biggerbox.cli.evaluate;

import io.biggerbox.text.Sentiment;
import io.biggerbox.text.SentimentLabel;

/**
 * One example and what the reader said.
 *
 * @param example the text and its label
 * @param said the label that counts as the reader's answer
 * @param sentiment all that the reader said
 */
public record Judged(Example example, SentimentLabel said, Sentiment sentiment) {
    /** Whether the reader agrees with the label. */
    public boolean right() {
        return said == example.label();
    }
}
