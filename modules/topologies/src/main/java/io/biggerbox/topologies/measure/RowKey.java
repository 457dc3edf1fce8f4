package io.biggerbox.topologies.measure;

import io.biggerbox.events.Grain;
import io.biggerbox.topologies.ledger.Days;
import io.biggerbox.topologies.ledger.SortedKeys;
import java.time.Instant;

/**
 * Key of an aggregate row.
 *
 * @param table which table
 * @param product the product
 * @param part theme or channel
 * @param grain length of the window
 * @param firstDay first day of the window, days since 1970-01-01
 */
record RowKey(Table table, String product, String part, Grain grain, int firstDay) {

    /** Enough for every day until the year 4000. */
    private static final int DAY_DIGITS = 6;

    /** Readable and unique: parts joined by bars, bars inside them as {@code %7C}. */
    String text() {
        return escaped(product) + '|' + escaped(part) + '|' + grain + '|' + start();
    }

    /** First instant of the window. */
    Instant start() {
        return Days.start(firstDay);
    }

    /** First day after the window, days since 1970-01-01. */
    int endDay() {
        return firstDay + (grain == Grain.WEEK ? Days.WEEK : 1);
    }

    /** Key in stores that hold both tables: windows that end on the same day lie side by side, earlier ones first. */
    String storeKey() {
        return storePrefix(endDay()) + table.name().charAt(0) + text();
    }

    /** Smaller than every store key of a window that ends on {@code endDay} or later, greater than every other one. */
    static String storePrefix(int endDay) {
        return SortedKeys.padded(endDay, DAY_DIGITS);
    }

    /** The one of {@code partitions} in which the row is kept: those of a busy product spread over all of them. */
    int partition(int partitions) {
        // that of a list of these; an enum's own hash differs from process to process
        int hash = 31 + product.hashCode();
        hash = 31 * hash + part.hashCode();
        hash = 31 * hash + table.name().hashCode();
        hash = 31 * hash + grain.name().hashCode();
        hash = 31 * hash + firstDay;
        // the finaliser of MurmurHash3 (Appleby 2011), because days in a row would go round in a circle
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return Math.floorMod(hash ^ (hash >>> 16), partitions);
    }

    /** Reads what {@link #storeKey} wrote. */
    static RowKey parse(String storeKey) {
        String[] parts = storeKey.substring(DAY_DIGITS + 1).split("\\|", -1);
        Table table = storeKey.charAt(DAY_DIGITS) == Table.THEME.name().charAt(0) ? Table.THEME : Table.EXPERIENCE;
        return new RowKey(
                table,
                unescaped(parts[0]),
                unescaped(parts[1]),
                Grain.valueOf(parts[2]),
                Days.of(Instant.parse(parts[3])));
    }

    private static String unescaped(String part) {
        return part.replace("%7C", "|").replace("%25", "%");
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }
}
