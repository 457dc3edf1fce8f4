package io.biggerbox.text.sentiment;

/**
 * What has been added up about a stretch of text; leans of neighbouring stretches can be added.
 *
 * @param negative summed weights towards NEGATIVE, in logits before normalisation
 * @param positive summed weights towards POSITIVE, likewise
 * @param features number of features seen, known to the model or not
 * @param known number of features that the model knows
 * @param rules valence of idioms, emoji and emoticons: below 0 bad, above 0 good
 */
public record Lean(double negative, double positive, int features, int known, double rules) {
    /** Nothing seen yet. */
    public static final Lean NONE = new Lean(0, 0, 0, 0, 0);

    /** Both together. */
    public Lean plus(Lean other) {
        return new Lean(
                negative + other.negative,
                positive + other.positive,
                features + other.features,
                known + other.known,
                rules + other.rules);
    }
}
