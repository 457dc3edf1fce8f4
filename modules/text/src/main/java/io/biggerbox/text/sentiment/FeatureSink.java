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
}
