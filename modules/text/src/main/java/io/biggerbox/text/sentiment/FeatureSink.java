package io.biggerbox.text.sentiment;

/** Takes the features of a sentence one by one. */
@FunctionalInterface
public interface FeatureSink {
    /**
     * Takes one feature.
     *
     * @param feature a word, {@code !word} under a negation, {@code ~word} under a wish, a pair {@code a b}, or a mark
     *     such as {@code <!>}
     * @param value how strongly it is there; 1 is plain
     */
    void accept(String feature, double value);

    /**
     * Takes the feature {@code prefix + word}; for sinks that can do without putting it together.
     *
     * @param prefix empty, or the mark of a negation or wish
     * @param word the word
     * @param value how strongly it is there
     */
    default void word(String prefix, String word, double value) {
        accept(prefix + word, value);
    }

    /**
     * Takes the feature {@code left + " " + right}.
     *
     * @param left the word before
     * @param right the word
     * @param value how strongly it is there
     */
    default void pair(String left, String right, double value) {
        accept(left + " " + right, value);
    }
}
