package io.biggerbox.topologies.measure;

/**
 * Change of one row.
 *
 * @param key the row
 * @param counts changes in the order of the table's columns
 */
record RowChange(RowKey key, long[] counts) {

    static RowChange of(RowKey key) {
        return new RowChange(key, new long[key.table().columns()]);
    }

    void add(Enum<?> column, long change) {
        counts[column.ordinal()] += change;
    }
}
