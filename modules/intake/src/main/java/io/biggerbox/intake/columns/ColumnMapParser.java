package io.biggerbox.intake.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.intake.columns.ColumnMap.FieldRule;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks every key of a map file and goes on after a problem, so that one run names them all. */
final class ColumnMapParser {

    private static final Set<String> KEYS = Set.of(
            "kind",
            "source",
            "columns",
            "answers",
            "date_formats",
            "time_zone",
            "values",
            "filter",
            "separator",
            "encoding",
            "html");
    private static final Set<String> RULE_KEYS = Set.of("columns", "constant");
    private static final Set<String> NAMED_FORMATS = Set.of("iso", "epoch_seconds", "epoch_millis");

    private final ObjectNode root;
    private final List<MapProblem> problems = new ArrayList<>();

    ColumnMapParser(ObjectNode root) {
        this.root = root;
    }

    List<MapProblem> problems() {
        return List.copyOf(problems);
    }

    /** The map, or null when there are problems. */
    @Nullable
    ColumnMap parse() {
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problem(key, "is not a key of a column map", "Known keys: " + sorted(KEYS) + ".");
            }
        });
        RecordKind kind = kind();
        Map<String, FieldRule> columns = columns(kind);
        List<String> answers = strings("answers", root.get("answers"));
        if (kind != RecordKind.SURVEY && !answers.isEmpty()) {
            problem("answers", "belongs to surveys only", "Remove it, or write kind: survey.");
        }
        ColumnMap map = new ColumnMap(
                kind,
                text("source", root.get("source")),
                columns,
                answers,
                dateFormats(),
                timeZone(),
                values(kind),
                filter(),
                separator(),
                encoding(),
                html());
        return problems.isEmpty() ? map : null;
    }

    private RecordKind kind() {
        String name = text("kind", root.get("kind"));
        if (name == null) {
            problem("kind", "is missing", "Write kind: review, ticket or survey.");
            return RecordKind.REVIEW;
        }
        return RecordKind.named(name).orElseGet(() -> {
            problem("kind", "is " + name, "Write kind: review, ticket or survey.");
            return RecordKind.REVIEW;
        });
    }

    private Map<String, FieldRule> columns(RecordKind kind) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        ObjectNode columns = object("columns");
        if (columns == null) {
            problem("columns", "is missing", "Write field: column for each field, at least written_at.");
            return rules;
        }
        columns.properties().forEach(entry -> {
            String where = "columns." + entry.getKey();
            if (!kind.fields().contains(entry.getKey())) {
                problem(
                        where,
                        "is not a field of a " + lower(kind),
                        "Fields: " + String.join(", ", kind.fields()) + ".");
                return;
            }
            rules.put(entry.getKey(), rule(where, entry.getValue()));
        });
        if (!rules.containsKey("written_at")) {
            problem("columns.written_at", "is missing", "Name the column with the time of writing.");
        }
        if (kind.content().stream().noneMatch(rules::containsKey)) {
            problem(
                    "columns",
                    "has no content",
                    "Name a column for one of: " + String.join(", ", kind.content()) + ".");
        }
        return rules;
    }

    private FieldRule rule(String where, JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            List<String> names = strings(where, node);
            if (names.isEmpty()) {
                problem(where, "names no column", "Write a column name, a list of them, or {constant: VALUE}.");
            }
            return new FieldRule(names, null);
        }
        object.fieldNames().forEachRemaining(key -> {
            if (!RULE_KEYS.contains(key)) {
                problem(where + "." + key, "is not known here", "Known keys: columns, constant.");
            }
        });
        FieldRule rule =
                new FieldRule(strings(where, object.get("columns")), text(where + ".constant", object.get("constant")));
        if (rule.columns().isEmpty() && rule.constant() == null) {
            problem(where, "has neither columns nor a constant", "Write {constant: VALUE} or a column name.");
        }
        return rule;
    }

    private List<String> dateFormats() {
        List<String> formats = strings("date_formats", root.get("date_formats"));
        for (String format : formats) {
            if (NAMED_FORMATS.contains(format)) {
                continue;
            }
            if (!isPattern(format)) {
                problem(
                        "date_formats",
                        "\"" + format + "\" is no date pattern",
                        "Write iso, epoch_seconds, epoch_millis or a pattern such as M/d/yyyy HH:mm.");
            }
        }
        return formats.isEmpty() ? List.of("iso") : formats;
    }

    private static boolean isPattern(String format) {
        try {
            return !DateTimeFormatter.ofPattern(format, Locale.ENGLISH)
                    .toString()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private ZoneId timeZone() {
        String zone = text("time_zone", root.get("time_zone"));
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            problem("time_zone", zone + " is not a time zone", "Write UTC, an offset or a name such as Europe/Berlin.");
            return ZoneOffset.UTC;
        }
    }

    private Map<String, Map<String, String>> values(RecordKind kind) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        ObjectNode node = object("values");
        if (node == null) {
            return values;
        }
        node.properties().forEach(entry -> {
            String where = "values." + entry.getKey();
            if (!kind.fields().contains(entry.getKey())) {
                problem(
                        where,
                        "is not a field of a " + lower(kind),
                        "Fields: " + String.join(", ", kind.fields()) + ".");
            } else if (entry.getValue() instanceof ObjectNode words) {
                Map<String, String> meanings = new LinkedHashMap<>();
                words.properties().forEach(word -> {
                    String meaning = text(where + "." + word.getKey(), word.getValue());
                    meanings.put(word.getKey(), meaning == null ? "" : meaning);
                });
                values.put(entry.getKey(), Map.copyOf(meanings));
            } else {
                problem(where, "is not a map", "Write {their word: our value}.");
            }
        });
        return values;
    }

    private Map<String, List<String>> filter() {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        ObjectNode node = object("filter");
        if (node != null) {
            node.properties()
                    .forEach(
                            entry -> filter.put(entry.getKey(), strings("filter." + entry.getKey(), entry.getValue())));
        }
        return filter;
    }

    private @Nullable Character separator() {
        String separator = text("separator", root.get("separator"));
        if (separator == null) {
            return null;
        }
        if (separator.equals("tab")) {
            return '\t';
        }
        if (separator.length() != 1 || separator.equals("\"")) {
            problem("separator", "is not one character", "Write \",\", \";\", \"|\" or tab.");
            return null;
        }
        return separator.charAt(0);
    }

    private @Nullable Charset encoding() {
        String encoding = text("encoding", root.get("encoding"));
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            problem("encoding", encoding + " is not an encoding", "Write UTF-8, UTF-16LE, windows-1252 or another.");
            return null;
        }
    }

    private boolean html() {
        JsonNode node = root.get("html");
        if (node != null && !node.isBoolean()) {
            problem("html", "is not true or false", "Write html: true if texts hold tags.");
        }
        return node != null && node.asBoolean();
    }

    private @Nullable ObjectNode object(String key) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        problem(key, "is not a map", "Write its entries below it, indented.");
        return null;
    }

    private List<String> strings(String where, @Nullable JsonNode node) {
        List<String> all = new ArrayList<>();
        if (node != null && node.isArray()) {
            for (JsonNode element : node) {
                addText(where, element, all);
            }
        } else {
            addText(where, node, all);
        }
        return all;
    }

    private void addText(String where, @Nullable JsonNode node, List<String> all) {
        String text = text(where, node);
        if (text != null) {
            all.add(text);
        }
    }

    private @Nullable String text(String where, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            problem(where, "is not a single value", "Write one word or text.");
            return null;
        }
        return node.asText();
    }

    private void problem(String where, String what, String remedy) {
        problems.add(new MapProblem(where, what, remedy));
    }

    private static String lower(RecordKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
