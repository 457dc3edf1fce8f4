package io.biggerbox.intake;

import io.biggerbox.intake.columns.ColumnMap;
import io.biggerbox.intake.columns.ColumnMap.FieldRule;
import io.biggerbox.intake.columns.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies a column map to named values. */
final class MappedRows {

    private final ColumnMap map;
    private final String source;
    private final TimeParser times;
    private final Set<String> used = new HashSet<>();

    MappedRows(ColumnMap map, String source, Instant now) {
        this.map = map;
        this.source = source;
        this.times = TimeParser.of(map.dateFormats(), map.timeZone(), now);
        map.columns().values().forEach(rule -> used.addAll(rule.columns()));
        used.addAll(map.answers());
    }

    TimeParser times() {
        return times;
    }

    /** Which of the map's columns are not among the names; for a rule with several columns one of them is enough. */
    static List<String> missing(ColumnMap map, CsvCells.Names names) {
        List<String> missing = new ArrayList<>();
        map.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().constant() == null)
                .filter(entry -> entry.getValue().columns().stream().noneMatch(names::contains))
                .forEach(entry ->
                        missing.add(String.join(" or ", entry.getValue().columns()) + " (for " + entry.getKey() + ")"));
        map.answers().stream().filter(name -> !names.contains(name)).forEach(name -> missing.add(name + " (answers)"));
        map.filter().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> missing.add(name + " (filter)"));
        return missing;
    }

    /** The draft of a row, or null when the filter leaves the row out. */
    @Nullable
    Draft draft(Cells cells) {
        if (!passes(cells)) {
            return null;
        }
        RecordKind kind = map.kind();
        Draft draft = new Draft(kind);
        for (String field : kind.fields()) {
            String value = value(field, cells);
            if (value == null) {
                continue;
            }
            if (kind.times().contains(field)) {
                draft.time(field, times.parse(field, value));
            } else if (map.html() && kind.texts().contains(field)) {
                draft.put(field, HtmlText.strip(value));
            } else {
                draft.put(field, value);
            }
        }
        if (draft.get("source") == null || map.source() != null) {
            draft.put("source", source);
        }
        for (String question : map.answers()) {
            draft.answer(question, cells.get(question));
        }
        cells.rest(used).forEach(draft::attribute);
        if (draft.get("source_id") == null) {
            draft.put("source_id", contentId(cells));
        }
        return draft;
    }

    private boolean passes(Cells cells) {
        for (Map.Entry<String, List<String>> condition : map.filter().entrySet()) {
            String value = cells.get(condition.getKey());
            String found = value == null ? "" : value.strip();
            if (condition.getValue().stream().noneMatch(found::equalsIgnoreCase)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String value(String field, Cells cells) {
        FieldRule rule = map.columns().get(field);
        if (rule == null) {
            return null;
        }
        String value = null;
        for (String column : rule.columns()) {
            value = value == null ? cells.get(column) : value;
        }
        if (value == null) {
            return rule.constant();
        }
        Map<String, String> meanings = map.values().get(field);
        return meanings == null ? value : meanings.getOrDefault(value.strip(), value);
    }

    /** Without an id, a row with the same content is the same record. */
    private static String contentId(Cells cells) {
        List<String> parts = new ArrayList<>();
        parts.add("row");
        cells.rest(Set.of()).forEach((name, value) -> {
            parts.add(Texts.carriable(name));
            parts.add(Texts.carriable(value));
        });
        return Pseudonym.of(parts.toArray(String[]::new));
    }
}
