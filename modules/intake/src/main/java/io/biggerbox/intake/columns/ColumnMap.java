package io.biggerbox.intake.columns;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field. Read from YAML by {@link ColumnMapFile}; documented in {@code docs/importing.md}.
 *
 * @param kind what each row becomes
 * @param source the name of the tool the rows come from; null for the format's own name
 * @param columns field name to where its value comes from
 * @param answers columns that are further questions of a survey, in order
 * @param dateFormats the forms in which times are written: {@code iso}, {@code epoch_seconds}, {@code epoch_millis} or
 *     patterns of {@link java.time.format.DateTimeFormatter}
 * @param timeZone the zone of times without offset
 * @param values per field, what the source's words mean in ours
 * @param filter per column, the values that a row must have to be imported; other rows are skipped and counted
 * @param separator the character between CSV fields; null to find out
 * @param encoding the encoding of a file without byte order mark; null for UTF-8
 * @param html whether texts are HTML, from which tags are stripped
 */
public record ColumnMap(
        RecordKind kind,
        @Nullable String source,
        Map<String, FieldRule> columns,
        List<String> answers,
        List<String> dateFormats,
        ZoneId timeZone,
        Map<String, Map<String, String>> values,
        Map<String, List<String>> filter,
        @Nullable Character separator,
        @Nullable Charset encoding,
        boolean html) {

    /**
     * Where the value of a field comes from: the first of the columns that exists and is not blank in the row, else the
     * constant.
     *
     * @param columns column names to try in this order; may be empty
     * @param constant the value when no column has one; null for none
     */
    public record FieldRule(List<String> columns, @Nullable String constant) {
        /** Copies the list. */
        public FieldRule {
            columns = List.copyOf(columns);
        }
    }

    /** Copies the collections. */
    public ColumnMap {
        columns = Map.copyOf(columns);
        answers = List.copyOf(answers);
        dateFormats = List.copyOf(dateFormats);
        values = Map.copyOf(values);
        filter = Map.copyOf(filter);
    }

    /** The map of a file that uses our own field names, with times in the forms given. */
    public static ColumnMap ownNames(RecordKind kind, List<String> dateFormats) {
        return new ColumnMap(
                kind,
                null,
                kind.fields().stream().collect(Collectors.toMap(f -> f, f -> new FieldRule(List.of(f), null))),
                List.of(),
                dateFormats,
                ZoneOffset.UTC,
                Map.of(),
                Map.of(),
                null,
                null,
                false);
    }
}
