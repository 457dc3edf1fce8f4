package io.biggerbox.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The half-year: 182 days in UTC, counted from 0. Times are epoch milliseconds here. */
final class Calendar26 {
    static final int WEEKS = 26;
    static final int DAYS = 7 * WEEKS;
    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;

    /** Share of a day's feedback that comes before each hour begins, from midnight: people write in the evening. */
    private static final double[] HOURS = {
        1, 0.5, 0.3, 0.3, 0.4, 0.8, 2, 4, 5.5, 6, 6, 5.5, 6, 6, 5, 5, 5.5, 6.5, 7.5, 8.5, 8.5, 7, 4.5, 2.2
    };

    private static final double[] WEEKDAYS = {1.12, 1.06, 1.02, 1.0, 0.98, 0.86, 0.96};

    private final LocalDate first;
    private final long start;

    Calendar26(LocalDate first) {
        this.first = first;
        this.start = first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    long start() {
        return start;
    }

    long end() {
        return start + DAYS * DAY;
    }

    long at(double day) {
        return start + (long) (day * DAY);
    }

    Instant instant(double day) {
        return Instant.ofEpochMilli(at(day));
    }

    double dayOf(long millis) {
        return (millis - start) / (double) DAY;
    }

    /** How busy a weekday is; 1 on average. */
    double weekday(int day) {
        return WEEKDAYS[first.plusDays(day).getDayOfWeek().getValue() - 1];
    }

    /** A moment of the day at which people write. */
    long timeOn(int day, Dice dice) {
        return at(day) + dice.weighted(HOURS) * HOUR + (long) (dice.uniform() * HOUR);
    }
}
