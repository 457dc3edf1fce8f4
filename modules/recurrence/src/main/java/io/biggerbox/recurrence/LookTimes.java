package io.biggerbox.recurrence;

import java.time.Instant;

/**
 * When a product is looked at, by its clock: every {@code tickHours}, and {@code disorderHours} late, so that events
 * that arrive out of order are part of it.
 *
 * @param tickHours 1 to 24, a divisor of 24
 * @param disorderHours 0 to 24
 */
public record LookTimes(int tickHours, int disorderHours) {

    /** True when the clock passes a look on its way from {@code before} to {@code now}. */
    public boolean between(Instant before, Instant now) {
        return closedAt(EventDays.hour(before)) < closedAt(EventDays.hour(now));
    }

    /** True when a clock that stands at {@code now} has passed the look that an event at {@code event} is a part of. */
    public boolean areOver(Instant event, Instant now) {
        return closedAt(EventDays.hour(now)) > EventDays.hour(event);
    }

    /** The hour before which everything is decided when the clock stands at the hour {@code clock}. */
    long closedAt(long clock) {
        return Math.floorDiv(clock - disorderHours, (long) tickHours) * tickHours;
    }
}
