package io.biggerbox.intake;

import io.biggerbox.intake.columns.ColumnMap;
import io.biggerbox.intake.columns.RecordKind;
import io.biggerbox.intake.read.UnreadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any CSV file: through its column map, or with our own field names as column names. Without a map the header says what the
 * rows are: with {@code score} or {@code comment} they are survey answers, with {@code subject} or {@code description}
 * tickets, else reviews; a column {@code record} says it for each row.
 */
final class GenericCsvMapper implements RowMapper<List<String>> {

    private static final String RECORD = "record";

    private final CsvCells.Names names;
    private final Map<RecordKind, MappedRows> byKind = new EnumMap<>(RecordKind.class);
    private final RecordKind kind;
    private final boolean kindPerRow;

    GenericCsvMapper(List<String> header, @Nullable ColumnMap map, String source, Instant now, boolean productGiven) {
        names = new CsvCells.Names(header);
        if (map != null) {
            List<String> missing = MappedRows.missing(map, names);
            refuse(missing, "Correct the names in the column map, or remove the fields that the file does not have.");
            kind = map.kind();
            kindPerRow = false;
            byKind.put(kind, new MappedRows(map, source, now));
            return;
        }
        kindPerRow = names.contains(RECORD);
        kind = kindOf(names);
        for (RecordKind each : RecordKind.values()) {
            byKind.put(each, new MappedRows(ColumnMap.ownNames(each, List.of("iso")), source, now));
        }
        List<String> missing = new ArrayList<>();
        if (!names.contains("written_at")) {
            missing.add("written_at");
        }
        if (!productGiven && !names.contains("product")) {
            missing.add("product");
        }
        if (!kindPerRow && kind.content().stream().noneMatch(names::contains)) {
            missing.add(String.join(" or ", kind.content()));
        }
        refuse(
                missing,
                "Write a column map that says which column is which field (--map, see docs/importing.md),"
                        + " or name the product with --product if only that is missing.");
    }

    @Override
    public @Nullable Draft map(List<String> row) {
        CsvCells cells = new CsvCells(names, row);
        RecordKind rowKind = kindPerRow ? RecordKinds.ofRow(cells.get(RECORD), kind) : kind;
        MappedRows rows = byKind.get(rowKind);
        Draft draft = rows == null ? null : rows.draft(cells);
        if (draft != null && kindPerRow) {
            draft.attributes().remove(RECORD);
        }
        return draft;
    }

    private static RecordKind kindOf(CsvCells.Names names) {
        if (names.contains("score") || names.contains("comment")) {
            return RecordKind.SURVEY;
        }
        return names.contains("subject") || names.contains("description") ? RecordKind.TICKET : RecordKind.REVIEW;
    }

    private void refuse(List<String> missing, String remedy) {
        if (!missing.isEmpty()) {
            throw new UnreadableException(
                    "lacks the column" + (missing.size() == 1 ? " " : "s ") + String.join("; ", missing)
                            + " (columns found: " + Texts.visible(String.join(", ", names.inOrder()), "") + ")",
                    remedy);
        }
    }
}
