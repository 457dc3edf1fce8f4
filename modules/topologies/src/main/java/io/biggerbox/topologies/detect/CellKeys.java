package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.CellDelta;

/** Keys of the stores in which cells wait. Products and themes hold no NUL: the checks see to it. */
final class CellKeys {

    private static final char SEPARATOR = '\0';
    private static final int HOUR_DIGITS = 10;

    private CellKeys() {}

    /** Cells of one product lie side by side. */
    static String byProduct(String product, CellDelta cell) {
        return product + SEPARATOR + rest(cell);
    }

    /** Cells of one hour lie side by side, earlier hours first. */
    static String byHour(String product, CellDelta cell) {
        return hourPrefix(cell.getHour()) + SEPARATOR + byProduct(product, cell);
    }

    /** Smaller than every key by hour of {@code hour} and later, greater than every earlier one. */
    static String hourPrefix(long hour) {
        String digits = Long.toString(Math.max(0, hour));
        return "0".repeat(Math.max(0, HOUR_DIGITS - digits.length())) + digits;
    }

    /** The product in a key made by {@link #byProduct}. */
    static String productOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** The product in a key made by {@link #byHour}. */
    static String productOfHourKey(String key) {
        return productOf(key.substring(HOUR_DIGITS + 1));
    }

    private static String rest(CellDelta cell) {
        return cell.getTheme() + SEPARATOR + cell.getHour() + SEPARATOR + cell.getExperienceDay();
    }
}
