package io.biggerbox.topologies.measure;

import io.biggerbox.events.Grain;
import io.biggerbox.topologies.ledger.Days;
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

    /** Readable and unique: parts joined by bars, bars inside them as {@code %7C}. */
    String text() {
        return escaped(product) + '|' + escaped(part) + '|' + grain + '|' + start();
    }

    /** First instant of the window. */
    Instant start() {
        return Days.start(firstDay);
    }

    /** Key in stores that hold both tables. */
    String storeKey() {
        return table.name().charAt(0) + text();
    }

    /** Reads what {@link #storeKey} wrote. */
    static RowKey parse(String storeKey) {
        String[] parts = storeKey.substring(1).split("\\|", -1);
        Table table = storeKey.charAt(0) == Table.THEME.name().charAt(0) ? Table.THEME : Table.EXPERIENCE;
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
