package io.biggerbox.training.corpora;

import io.biggerbox.text.SentimentLabel;

/**
 * One text that somebody judged.
 *
 * @param source which collection it comes from
 * @param text the text, without surrounding white space
 * @param label what it is taken for
 * @param weight how far the label is trusted, 0 to 1
 */
public record LabelledText(String source, String text, SentimentLabel label, double weight) {
    /** Whether it belongs to the 15 % that nothing learns from. */
    public boolean keptAside() {
        return Aside.holds(text);
    }

    /** Where its label stands among probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    public int place() {
        return switch (label) {
            case NEGATIVE -> 0;
            case NEUTRAL -> 1;
            case POSITIVE -> 2;
        };
    }
}
