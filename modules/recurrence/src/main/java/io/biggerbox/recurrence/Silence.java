package io.biggerbox.recurrence;

import java.time.LocalDate;

/**
 * A product from which much longer nothing has come than usual: a source may be broken. Silence is no
 * improvement; until it ends no complaint becomes calm and no change is verified for it.
 *
 * @param product the product
 * @param lastHeard last day with feedback of any kind, UTC
 * @param days days since then
 * @param usualGap most days without feedback in the eight weeks before
 */
public record Silence(String product, LocalDate lastHeard, int days, int usualGap) {}
