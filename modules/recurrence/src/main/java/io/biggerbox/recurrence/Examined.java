package io.biggerbox.recurrence;

import java.time.LocalDate;

/**
 * What one test saw when it looked at a day: the window that passed, or the one that came nearest.
 *
 * @param reason what the test would raise; for the watch over an open incident the reason of that
 * @param windowStart first day of the window, UTC
 * @param windowEnd last day of the window, inclusive, UTC
 * @param seen complaining customers in the window (complaints, for the rules about outcomes)
 * @param expected how many the reference, or the configured level, expects there
 * @param statistic name of the test, for instance {@code nb-llr}; {@code customers-per-day} for the
 *     watch, which ends an incident when its value is at or below the threshold
 * @param value value of the statistic
 * @param threshold value from which it counts
 * @param shortfall what was missing
 */
public record Examined(
        Reason reason,
        LocalDate windowStart,
        LocalDate windowEnd,
        long seen,
        double expected,
        String statistic,
        double value,
        double threshold,
        Shortfall shortfall) {

    /** Statistic of the watch over an open incident. */
    public static final String WATCH = "customers-per-day";

    /** Days from which a level is believed to be chronic at the earliest. */
    private static final double DAYS_OF_CHRONIC = 35;

    /** True when the test found what it looks for. */
    public boolean passed() {
        return shortfall == Shortfall.NONE;
    }

    /**
     * How near the window came to being raised, from 0 to 1. What comes every week needs weeks, however
     * high a single one is, and what was told cannot be told again.
     */
    public double nearness() {
        if (shortfall == Shortfall.TOLD_ALREADY) {
            return 0;
        }
        double part = Math.min(1, value / threshold);
        return reason == Reason.CHRONIC ? part * Math.min(1, days() / DAYS_OF_CHRONIC) : part;
    }

    /** Days in the window. */
    public long days() {
        return windowEnd.toEpochDay() - windowStart.toEpochDay() + 1;
    }
}
