package io.biggerbox.topologies.ledger;

/** Numbers in keys of stores, which are sorted as text. */
public final class SortedKeys {

    private SortedKeys() {}

    /**
     * A number as text that sorts as the numbers do.
     *
     * @param number those below 0 count as 0
     * @param digits enough for every number; shorter ones begin with zeros
     */
    public static String padded(long number, int digits) {
        String text = Long.toString(Math.max(0, number));
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
