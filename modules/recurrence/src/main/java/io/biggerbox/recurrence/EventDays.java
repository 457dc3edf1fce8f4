package io.biggerbox.recurrence;

import java.time.Instant;

/** Days and hours of event time, UTC, clamped so that no date makes the arithmetic overflow. */
final class EventDays {

    /** About 8,000 years around 1970: far beyond what a source may claim. */
    private static final long LIMIT_HOURS = 24L * 3_000_000;

    private EventDays() {}

    static int of(Instant time) {
        return (int) Math.floorDiv(hour(time), 24L);
    }

    static long hour(Instant time) {
        return clamp(Math.floorDiv(time.getEpochSecond(), 3600L));
    }

    static long clamp(long hour) {
        return Math.max(-LIMIT_HOURS, Math.min(LIMIT_HOURS, hour));
    }
}
