package io.biggerbox.recurrence;

/**
 * The knobs of detection. {@link #DEFAULTS} need no tuning; {@code chronicPerWeek} is the one that a
 * company knows better than any statistic: how many complaining customers a week are too many.
 *
 * @param chronicPerWeek complaining customers a week, of one theme, that are too many when they come
 *     every week; above 0. Default 5
 * @param relevance alerts about growth and surges need a rate of at least this part of
 *     {@code chronicPerWeek}, surges one and a half times that; 0 to 1. Default 0.75
 * @param surge log-likelihood ratio of negative binomial counts from which a window of 3–14 days is a surge.
 *     Default 5.2
 * @param growth the same for 21 and 28 days against the lowest reference. Default 7
 * @param regression the same after a declared change. Default 5
 * @param minimumCustomers complaining customers that any window needs; at least 1. Default 5
 * @param warmUpDays days after a product's first event in which only an overwhelming surge is
 *     believed. Default 21
 * @param latenessDays how many days an event may lag behind the product's clock and still reach the
 *     alert path; older ones only reach the totals. 0 to 56. Default 7
 * @param disorderHours how long a tick waits, in event time, for events that arrive out of order;
 *     0 to 24. Within it the order of arrival changes nothing. Default 2
 * @param tickHours how often a surge is looked for within a day; a divisor of 24. Default 3
 */
public record DetectionSettings(
        double chronicPerWeek,
        double relevance,
        double surge,
        double growth,
        double regression,
        int minimumCustomers,
        int warmUpDays,
        int latenessDays,
        int disorderHours,
        int tickHours) {

    /** Settings that work without tuning. */
    public static final DetectionSettings DEFAULTS = new DetectionSettings(5, 0.75, 5.2, 7, 5, 5, 21, 7, 2, 3);

    /** Refuses values outside the documented ranges with an {@link IllegalArgumentException}. */
    public DetectionSettings {
        require(chronicPerWeek > 0 && chronicPerWeek < 1e9, "chronicPerWeek must be above 0", chronicPerWeek);
        require(relevance >= 0 && relevance <= 1, "relevance must lie in 0..1", relevance);
        require(surge > 0, "surge must be above 0", surge);
        require(growth > 0, "growth must be above 0", growth);
        require(regression > 0, "regression must be above 0", regression);
        require(minimumCustomers >= 1, "minimumCustomers must be at least 1", minimumCustomers);
        require(warmUpDays >= 0, "warmUpDays must not be negative", warmUpDays);
        require(latenessDays >= 0 && latenessDays <= 56, "latenessDays must lie in 0..56", latenessDays);
        require(disorderHours >= 0 && disorderHours <= 24, "disorderHours must lie in 0..24", disorderHours);
        require(tickHours >= 1 && 24 % tickHours == 0, "tickHours must divide 24", tickHours);
    }

    LookTimes lookTimes() {
        return new LookTimes(tickHours, disorderHours);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }

    /**
     * The same settings with another chronic level.
     *
     * @param perWeek complaining customers a week; above 0
     */
    public DetectionSettings withChronicPerWeek(double perWeek) {
        return new DetectionSettings(
                perWeek,
                relevance,
                surge,
                growth,
                regression,
                minimumCustomers,
                warmUpDays,
                latenessDays,
                disorderHours,
                tickHours);
    }

    /**
     * The same settings with other thresholds.
     *
     * @param newSurge see {@link #surge()}
     * @param newGrowth see {@link #growth()}
     * @param newRegression see {@link #regression()}
     */
    public DetectionSettings withThresholds(double newSurge, double newGrowth, double newRegression) {
        return new DetectionSettings(
                chronicPerWeek,
                relevance,
                newSurge,
                newGrowth,
                newRegression,
                minimumCustomers,
                warmUpDays,
                latenessDays,
                disorderHours,
                tickHours);
    }

    /**
     * The same settings with other rules of time.
     *
     * @param lateness see {@link #latenessDays()}
     * @param disorder see {@link #disorderHours()}
     * @param tick see {@link #tickHours()}
     */
    public DetectionSettings withTime(int lateness, int disorder, int tick) {
        return new DetectionSettings(
                chronicPerWeek,
                relevance,
                surge,
                growth,
                regression,
                minimumCustomers,
                warmUpDays,
                lateness,
                disorder,
                tick);
    }
}
