package io.biggerbox.text.training;

import io.biggerbox.text.SentimentLabel;

/**
 * One labelled text.
 *
 * @param text the text
 * @param label what it is taken for
 * @param weight how far the label is trusted, 0 to 1
 */
record Example(String text, SentimentLabel label, double weight) {
    /** A fixed 15 % by the text's own hash is kept aside for calibration. */
    boolean keptAside() {
        return Math.floorMod(text.hashCode() * 0x9E3779B1, 100) < 15;
    }
}
