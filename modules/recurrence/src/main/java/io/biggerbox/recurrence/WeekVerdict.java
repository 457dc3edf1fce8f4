package io.biggerbox.recurrence;

/**
 * How a week compares with what was expected of it.
 *
 * @param week number of the week
 * @param seen cases of this week and, where there are data for it, the one before
 * @param expected cases forecast for the same weeks, each before it was seen; above 0
 * @param tail probability of as many cases or more when nothing is the matter (mid-p value), 0 to 1
 */
public record WeekVerdict(int week, long seen, double expected, double tail) {

    /**
     * An alarm is a tail below this: about 1 % of calm weeks, because a forecast is never as sure as it
     * believes.
     */
    public static final double ALARM = 0.0085;

    /** One case is no outbreak, however quiet it was before. */
    private static final int FEWEST = 2;

    /** True when the week, with the one before, is far above what was expected. */
    public boolean isAlarm() {
        return tail < ALARM && seen >= FEWEST;
    }
}
