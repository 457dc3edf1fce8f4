package io.biggerbox.text.sentiment;

import io.biggerbox.text.Leaning;

/**
 * What a stretch of text adds up to before it is judged; leans of neighbouring stretches can be put together. Made by
 * {@link SentimentScorer}.
 */
public final class Lean {
    final float[] peaks;
    final float[] sums;
    final int words;
    final int grams;
    final float negative;
    final float positive;
    final int known;
    final double rules;

    /** What a second opinion adds to the logits, times {@link #weight}; 0 without one. */
    final double moreNegative;

    final double morePositive;

    /**
     * @param peaks largest state of every unit
     * @param sums summed states of every unit
     * @param words number of words and signs that the units saw
     * @param grams number of word sequences
     * @param negative summed weights of the sequences towards NEGATIVE
     * @param positive likewise towards POSITIVE
     * @param known number of words that the model knows
     * @param rules valence of idioms, emoji and emoticons: below 0 bad, above 0 good
     */
    Lean(float[] peaks, float[] sums, int words, int grams, float negative, float positive, int known, double rules) {
        this(peaks, sums, words, grams, negative, positive, known, rules, 0, 0);
    }

    private Lean(
            float[] peaks,
            float[] sums,
            int words,
            int grams,
            float negative,
            float positive,
            int known,
            double rules,
            double moreNegative,
            double morePositive) {
        this.peaks = peaks;
        this.sums = sums;
        this.words = words;
        this.grams = grams;
        this.negative = negative;
        this.positive = positive;
        this.known = known;
        this.rules = rules;
        this.moreNegative = moreNegative;
        this.morePositive = morePositive;
    }

    /** Valence of idioms, emoji and emoticons: below 0 bad, above 0 good. */
    public double rules() {
        return rules;
    }

    /** The same, with so much added to the logits of both sides. */
    public Lean moved(Leaning by) {
        double weight = weight();
        return new Lean(
                peaks,
                sums,
                words,
                grams,
                negative,
                positive,
                known,
                rules,
                weight * by.negative(),
                weight * by.positive());
    }

    /** How much of a text it is: what was added to one sentence moves the whole by that sentence's part. */
    double weight() {
        return Math.max(1, words);
    }

    /** Both together, as if they had been one text of several sentences. */
    public Lean plus(Lean other) {
        if (words == 0 || other.words == 0) {
            Lean shape = words == 0 ? other : this;
            return with(shape.peaks, shape.sums, other);
        }
        float[] highest = new float[peaks.length];
        float[] all = new float[sums.length];
        for (int u = 0; u < highest.length; u++) {
            highest[u] = Math.max(peaks[u], other.peaks[u]);
            all[u] = sums[u] + other.sums[u];
        }
        return with(highest, all, other);
    }

    private Lean with(float[] highest, float[] all, Lean other) {
        return new Lean(
                highest,
                all,
                words + other.words,
                grams + other.grams,
                negative + other.negative,
                positive + other.positive,
                known + other.known,
                rules + other.rules,
                moreNegative + other.moreNegative,
                morePositive + other.morePositive);
    }
}
