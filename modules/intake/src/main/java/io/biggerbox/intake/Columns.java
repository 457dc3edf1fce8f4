package io.biggerbox.intake;

import io.biggerbox.intake.read.UnreadableException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file, found by name and never by position. Names are compared by their letters and digits only, so
 * {@code Sub-product}, {@code sub_product} and {@code "Sub product "} are one. Columns that nobody asked for become
 * attributes under the name that they have in the file.
 */
final class Columns {

    private final List<String> header;
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final BitSet taken = new BitSet();
    private final List<String> missing = new ArrayList<>();

    Columns(List<String> header) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            // Of two columns with one name the first counts; the second stays an attribute.
            byName.putIfAbsent(key(header.get(i)), i);
        }
        byName.remove("");
    }

    /** A column that may be absent. */
    record Column(int index) {
        /** The cell of that column, or null when it is blank or there is no such column. */
        @Nullable
        String of(List<String> row) {
            return index < 0 || index >= row.size() ? null : Texts.blankToNull(row.get(index));
        }

        boolean exists() {
            return index >= 0;
        }
    }

    /** The first column that has one of the names. */
    Column take(String... names) {
        for (String name : names) {
            Integer index = byName.get(key(name));
            if (index != null) {
                taken.set(index);
                return new Column(index);
            }
        }
        return new Column(-1);
    }

    /** As {@link #take}, but {@link #verify} will complain when there is none. */
    Column require(String... names) {
        Column column = take(names);
        if (!column.exists()) {
            missing.add(names[0]);
        }
        return column;
    }

    /** Notes that something is missing which no single column name says. */
    void complain(String what) {
        missing.add(what);
    }

    /**
     * Ends the search.
     *
     * @param remedy what to do when columns are missing
     * @throws UnreadableException naming all required columns that are missing and the header found
     */
    void verify(String remedy) {
        if (missing.isEmpty()) {
            return;
        }
        String found = header.isEmpty() ? "none" : String.join(", ", header);
        throw new UnreadableException(
                "lacks the column" + (missing.size() == 1 ? " " : "s ") + String.join("; ", missing)
                        + " (columns found: " + Texts.visible(found, "") + ")",
                remedy);
    }

    /** Puts the cells of all columns not taken into the draft's attributes. */
    void restInto(Draft draft, List<String> row) {
        for (int i = taken.nextClearBit(0); i < header.size(); i = taken.nextClearBit(i + 1)) {
            String name = header.get(i).strip();
            String value = row.get(i);
            if (name.isEmpty()) {
                name = "column " + (i + 1);
            } else if (draft.attributes().containsKey(name)) {
                name = name + " (column " + (i + 1) + ")";
            }
            draft.attribute(name, value);
        }
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
