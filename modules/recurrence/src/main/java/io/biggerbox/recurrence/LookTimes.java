package io.biggerbox.recurrence;

/**
 * When a product is looked at, by its clock: every {@code tickHours}, and {@code disorderHours} late, so that events
 * that arrive out of order are part of it.
 *
 * @param tickHours 1 to 24, a divisor of 24
 * @param disorderHours 0 to 24
 */
record LookTimes(int tickHours, int disorderHours) {

    /** The hour before which everything is decided when the clock stands at the hour {@code clock}. */
    long closedAt(long clock) {
        return Math.floorDiv(clock - disorderHours, (long) tickHours) * tickHours;
    }

    /** Where the clock first stands when everything before the hour {@code closed}, the end of a tick, is decided. */
    long clockAt(long closed) {
        return closed + disorderHours;
    }
}
