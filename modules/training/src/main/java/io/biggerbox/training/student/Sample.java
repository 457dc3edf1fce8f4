package io.biggerbox.training.student;

/** One text, ready to be learned from. */
final class Sample {
    /** Network inputs of every sentence. */
    final int[][] sentences;

    /** Buckets of its word sequences. */
    final int[] grams;

    /** Wanted probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    final float[] target;

    /** What the teacher makes of it, in few numbers; empty when nothing is to be learned. */
    final float[] hint;

    /** How much it counts. */
    final float weight;

    Sample(int[][] sentences, int[] grams, float[] target, float[] hint, float weight) {
        this.sentences = sentences;
        this.grams = grams;
        this.target = target;
        this.hint = hint;
        this.weight = weight;
    }

    float weight() {
        return weight;
    }
}
