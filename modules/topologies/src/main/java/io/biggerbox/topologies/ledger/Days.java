package io.biggerbox.topologies.ledger;

import java.time.Instant;

/** Days in UTC, counted from 1970-01-01. */
public final class Days {

    /** Days of a week. */
    public static final int WEEK = 7;

    /** 1970-01-05 was the first Monday. */
    private static final int FIRST_MONDAY = 4;

    private Days() {}

    /** The day of {@code instant}. */
    public static int of(Instant instant) {
        return Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), 86_400L));
    }

    /** The Monday of the week of {@code day}. */
    public static int mondayOf(int day) {
        return day - Math.floorMod(day - FIRST_MONDAY, WEEK);
    }

    /** First instant of {@code day}. */
    public static Instant start(int day) {
        return Instant.ofEpochSecond(day * 86_400L);
    }
}
