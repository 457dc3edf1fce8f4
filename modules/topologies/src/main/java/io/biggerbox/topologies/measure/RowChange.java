package io.biggerbox.topologies.measure;

import java.util.Arrays;

/** Change of one row. */
final class RowChange {

    private final RowKey key;
    private final long[] counts;

    RowChange(RowKey key) {
        this.key = key;
        counts = new long[key.table().columns()];
    }

    void add(Column column, long change) {
        counts[column.position()] += change;
    }

    /** The row. */
    RowKey key() {
        return key;
    }

    /** Changes in the order of the table's columns. */
    long[] counts() {
        return Arrays.copyOf(counts, counts.length);
    }
}
