package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.ledger.SortedKeys;
import io.biggerbox.topologies.state.CellDelta;

/**
 * What tells a cell from others. Products and themes hold no NUL: the checks see to it.
 *
 * @param product the product
 * @param theme theme, or {@link Cells#VOLUME}
 * @param hour hours since 1970-01-01T00:00Z
 * @param experienceDay days since 1970-01-01
 */
record CellKey(String product, String theme, long hour, int experienceDay) {

    private static final char SEPARATOR = '\0';
    private static final int HOUR_DIGITS = 10;

    static CellKey of(CellDelta cell) {
        return new CellKey(cell.getProduct(), cell.getTheme(), cell.getHour(), cell.getExperienceDay());
    }

    /** Key in a store: cells of one hour lie side by side, earlier hours first. */
    String text() {
        return productPrefix(hour, product) + theme + SEPARATOR + experienceDay;
    }

    /** What the keys of {@code hour} and {@code product} begin with. */
    static String productPrefix(long hour, String product) {
        return hourPrefix(hour) + SEPARATOR + product + SEPARATOR;
    }

    /** Greater than every key of {@code hour} and {@code product}, and smaller than those that follow. */
    static String afterProduct(long hour, String product) {
        return hourPrefix(hour) + SEPARATOR + product + (char) (SEPARATOR + 1);
    }

    /** Smaller than every key of {@code hour} and later in a store, greater than every earlier one. */
    static String hourPrefix(long hour) {
        return SortedKeys.padded(hour, HOUR_DIGITS);
    }
}
