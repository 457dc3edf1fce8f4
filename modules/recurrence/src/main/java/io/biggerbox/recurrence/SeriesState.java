package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/**
 * The memory of one theme of one product, of constant size: a count for each of sixteen weeks of
 * days and the incident that is going on. 60 to 450 bytes.
 */
final class SeriesState {

    static final int VERSION = 2;
    private static final Reason[] REASONS = Reason.values();

    /** Weeks for which the outcome of complaints is kept. */
    static final int WEEKS = 8;

    /** Complaining customers a day; one customer counts once in seven days. */
    final DayRing complainants;

    /** Those of them who met the problem before the declared change took effect. */
    final DayRing stale;

    /** 1 for days that belong to an incident: no baseline may learn from them. */
    final DayRing known;

    /** Mentions, exceptions and user errors per week of the epoch; slot = week modulo {@link #WEEKS}. */
    private final int[][] weeks = new int[WEEKS][3];

    private int lastWeek;

    /** Why the incident that is going on was raised, or null while it is calm. */
    @Nullable
    Reason incident;

    /** Day on which it is judged to have begun. */
    int onset;

    /** Customers per exposed day before it. */
    double reference;

    /** Highest seven-day rate of it so far. */
    double peak;

    /** Day from which on the incident has a level of its own: its onset, or the last time it got worse. */
    int level;

    /** Day on which the last incident became calm, or {@link Integer#MIN_VALUE}. */
    int calmSince = Integer.MIN_VALUE;

    SeriesState(int day) {
        complainants = new DayRing(day);
        stale = new DayRing(day);
        known = new DayRing(day);
        lastWeek = week(day);
    }

    private SeriesState(ByteSource source) {
        complainants = DayRing.read(source);
        stale = DayRing.read(source);
        known = DayRing.read(source);
        lastWeek = source.integer();
        for (int[] week : weeks) {
            for (int i = 0; i < week.length; i++) {
                week[i] = source.integer();
            }
        }
        int reason = source.octet();
        if (reason > REASONS.length) {
            throw new StateFormatException("series state holds the unknown reason " + reason);
        }
        incident = reason == 0 ? null : REASONS[reason - 1];
        onset = source.integer();
        reference = source.real();
        peak = source.real();
        level = source.integer();
        calmSince = source.integer();
    }

    /** Weeks begin on Monday; 1970-01-01 was a Thursday. */
    static int week(int day) {
        return Math.floorDiv(day + 3, 7);
    }

    void addWeek(int day, int mentions, int exceptions, int userErrors) {
        int week = week(day);
        moveWeeks(week);
        if (week > lastWeek - WEEKS) {
            int[] slot = weeks[Math.floorMod(week, WEEKS)];
            slot[0] += mentions;
            slot[1] += exceptions;
            slot[2] += userErrors;
        }
    }

    /** Mentions, exceptions and user errors of the eight weeks that end with the week of {@code day}. */
    int[] eightWeeks(int day) {
        moveWeeks(week(day));
        int[] sum = new int[3];
        for (int[] week : weeks) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += week[i];
            }
        }
        return sum;
    }

    private void moveWeeks(int week) {
        long steps = Math.min((long) week - lastWeek, WEEKS);
        for (int i = 0; i < steps; i++) {
            weeks[Math.floorMod(week - i, WEEKS)] = new int[3];
        }
        lastWeek = Math.max(lastWeek, week);
    }

    byte[] encode() {
        ByteSink sink = new ByteSink(VERSION);
        complainants.write(sink);
        stale.write(sink);
        known.write(sink);
        sink.number(lastWeek);
        for (int[] week : weeks) {
            for (int value : week) {
                sink.number(value);
            }
        }
        int reason = 0;
        for (int i = 0; i < REASONS.length; i++) {
            reason = REASONS[i] == incident ? i + 1 : reason;
        }
        sink.octet(reason);
        sink.number(onset);
        sink.real(reference);
        sink.real(peak);
        sink.number(level);
        sink.number(calmSince);
        return sink.done();
    }

    static SeriesState decode(byte @Nullable [] bytes, int day) {
        return bytes == null ? new SeriesState(day) : new SeriesState(new ByteSource(bytes, VERSION, "series state"));
    }
}
