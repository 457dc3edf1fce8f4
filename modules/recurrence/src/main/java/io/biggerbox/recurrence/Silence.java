package io.biggerbox.recurrence;

import java.time.LocalDate;

/**
 * A time without a word about a product that is usually heard, much longer than usual: a source may be broken. Silence is no
 * improvement; until it ends no complaint becomes calm and no change is verified for it.
 *
 * @param product the product
 * @param lastHeard last day with feedback of any kind, UTC
 * @param usualGap most days without feedback in the eight weeks before
 */
public record Silence(String product, LocalDate lastHeard, int usualGap) {

    /** However often a product is heard, fewer days without a word are no silence. */
    public static final int LEAST_DAYS = 3;

    private static final int USUAL_GAPS = 3;
    private static final int WEEKS = 16;

    /** The day with whose end it begins. */
    public LocalDate begins() {
        return lastHeard.plusDays(Math.max(LEAST_DAYS, USUAL_GAPS * usualGap));
    }

    /** From this day on nobody waits for the product any more: it has been silent for sixteen weeks. */
    public LocalDate givenUp() {
        return begins().plusWeeks(WEEKS);
    }
}
