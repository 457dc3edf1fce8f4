package io.biggerbox.text.discovery;

/** Weeks and days in UTC; weeks begin on Monday. */
final class Weeks {

    static final long DAY_MILLIS = 86_400_000L;
    private static final int DAYS = 7;

    /** 1970-01-01 was a Thursday, three days after a Monday. */
    private static final int THURSDAY = 3;

    private Weeks() {}

    /** Epoch day. */
    static int dayOf(long millis) {
        return (int) Math.floorDiv(millis, DAY_MILLIS);
    }

    /** Weeks since the Monday before the epoch. */
    static int of(long millis) {
        return Math.floorDiv(dayOf(millis) + THURSDAY, DAYS);
    }

    /** Epoch day of the Monday of a week. */
    static int monday(int week) {
        return week * DAYS - THURSDAY;
    }
}
