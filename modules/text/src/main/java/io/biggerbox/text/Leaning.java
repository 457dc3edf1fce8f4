package io.biggerbox.text;

/**
 * An answer before it becomes a label.
 *
 * @param negative logarithm of how much likelier NEGATIVE is than NEUTRAL
 * @param positive likewise of POSITIVE
 */
public record Leaning(double negative, double positive) {

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE, which add up to 1. */
    public double[] probabilities() {
        double top = Math.max(0, Math.max(negative, positive));
        double n = StrictMath.exp(negative - top);
        double o = StrictMath.exp(-top);
        double p = StrictMath.exp(positive - top);
        double all = n + o + p;
        return new double[] {n / all, o / all, p / all};
    }

    /** By how much the likeliest label is likelier than the next: 0 when two are level, 1 when there is no doubt. */
    public double margin() {
        double[] p = probabilities();
        double high = Math.max(p[0], p[2]);
        double low = Math.min(p[0], p[2]);
        return p[1] > high ? p[1] - high : high - Math.max(low, p[1]);
    }
}
