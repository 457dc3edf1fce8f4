package io.biggerbox.backtest;

import io.biggerbox.recurrence.AlertIds;

/**
 * The complaints about one theme of one product.
 *
 * @param product the product
 * @param theme id of the theme
 */
public record Series(String product, String theme) implements Comparable<Series> {

    /** The id that its alert has, or would have. */
    public String alertId() {
        return AlertIds.of(product, theme);
    }

    /**
     * Whether it is meant by {@code name}: {@code PRODUCT/THEME}, the id of its alert, or a beginning of
     * the id that holds more than the letters with which all begin.
     *
     * @param name as people write it
     */
    public boolean isNamed(String name) {
        return toString().equals(name)
                || (name.matches("BB-[0-9A-Z]+") && alertId().startsWith(name));
    }

    /** Product and theme, joined by a slash. */
    @Override
    public String toString() {
        return product + "/" + theme;
    }

    @Override
    public int compareTo(Series other) {
        int order = product.compareTo(other.product);
        return order == 0 ? theme.compareTo(other.theme) : order;
    }
}
