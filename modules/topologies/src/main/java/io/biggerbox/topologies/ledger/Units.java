package io.biggerbox.topologies.ledger;

/**
 * Sums are kept in whole units: adding whole numbers gives the same result in any order, which adding
 * doubles does not, and taking back leaves no dust.
 */
public final class Units {

    private static final double SCORE = 10_000;
    private static final double VALUE = 100;

    private Units() {}

    /** A score in ten-thousandths. */
    public static long score(double score) {
        return Math.round(score * SCORE);
    }

    /** Ten-thousandths as a score. */
    public static double toScore(long units) {
        return units / SCORE;
    }

    /** An amount of money in hundredths. */
    public static long value(double value) {
        return Math.round(value * VALUE);
    }

    /** Hundredths as an amount of money. */
    public static double toValue(long units) {
        return units / VALUE;
    }
}
