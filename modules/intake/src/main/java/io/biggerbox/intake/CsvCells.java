package io.biggerbox.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A CSV row by the exact names of its columns; a column without a name is {@code column N}. */
record CsvCells(Names names, List<String> row) implements Cells {

    /** The header, looked up once a file. */
    static final class Names {
        private final List<String> inOrder = new ArrayList<>();
        private final Map<String, Integer> index = new HashMap<>();

        Names(List<String> header) {
            for (int i = 0; i < header.size(); i++) {
                String name = header.get(i).strip();
                String unique = name.isEmpty() ? "column " + (i + 1) : name;
                unique = index.containsKey(unique) ? unique + " (column " + (i + 1) + ")" : unique;
                inOrder.add(unique);
                index.put(unique, i);
            }
        }

        List<String> inOrder() {
            return inOrder;
        }

        boolean contains(String name) {
            return index.containsKey(name);
        }
    }

    @Override
    public @Nullable String get(String name) {
        Integer i = names.index.get(name);
        return i == null || i >= row.size() ? null : Texts.blankToNull(row.get(i));
    }

    @Override
    public SortedMap<String, String> rest(Set<String> without) {
        SortedMap<String, String> rest = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            String name = names.inOrder.get(i);
            if (!without.contains(name) && !row.get(i).isBlank()) {
                rest.put(name, row.get(i));
            }
        }
        return rest;
    }
}
