package io.biggerbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.events.Author;
import io.biggerbox.intake.columns.ColumnMap;
import io.biggerbox.intake.columns.RecordKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON Lines file: through its column map, or with the field names of our own schemas, including {@code turns},
 * {@code tags}, {@code answers} and {@code attributes}. Without a map the object says what it is, by {@code record} or by
 * its fields.
 */
final class GenericJsonMapper implements RowMapper<ObjectNode> {

    private final @Nullable ColumnMap map;
    private final Map<RecordKind, MappedRows> byKind = new EnumMap<>(RecordKind.class);

    GenericJsonMapper(@Nullable ColumnMap map, String source, Instant now) {
        this.map = map;
        if (map != null) {
            byKind.put(map.kind(), new MappedRows(map, source, now));
            return;
        }
        // In our schemas times are epoch milliseconds; ISO is what people write.
        List<String> forms = List.of("iso", "epoch_millis");
        for (RecordKind kind : RecordKind.values()) {
            byKind.put(kind, new MappedRows(ColumnMap.ownNames(kind, forms), source, now));
        }
    }

    @Override
    public @Nullable Draft map(ObjectNode row) {
        JsonCells cells = new JsonCells(row);
        RecordKind kind = map != null ? map.kind() : kindOf(row, cells);
        MappedRows rows = byKind.get(kind);
        Draft draft = rows == null ? null : rows.draft(cells);
        if (rows == null || draft == null || map != null) {
            return draft;
        }
        draft.attributes().remove("record");
        addAttributes(row, draft);
        if (kind == RecordKind.TICKET) {
            addTags(row, draft);
            addTurns(row, draft, rows.times());
        } else if (kind == RecordKind.SURVEY) {
            addAnswers(row, draft);
            String surveyKind = JsonFaults.text(row, "kind");
            if (surveyKind != null && draft.get("survey_kind") == null) {
                draft.put("survey_kind", surveyKind);
                draft.attributes().remove("kind");
            }
        }
        return draft;
    }

    private static RecordKind kindOf(ObjectNode row, JsonCells cells) {
        RecordKind guess = RecordKind.REVIEW;
        if (row.has("score") || row.has("comment") || row.has("answers")) {
            guess = RecordKind.SURVEY;
        } else if (row.has("subject") || row.has("description") || row.has("turns")) {
            guess = RecordKind.TICKET;
        }
        return RecordKinds.ofRow(cells.get("record"), guess);
    }

    private static void addAttributes(ObjectNode row, Draft draft) {
        if (row.get("attributes") instanceof ObjectNode attributes) {
            attributes.properties().forEach(entry -> {
                if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                    draft.attribute(entry.getKey(), entry.getValue().asText());
                }
            });
        }
    }

    private static void addTags(ObjectNode row, Draft draft) {
        JsonNode tags = row.get("tags");
        if (tags != null && tags.isArray()) {
            tags.forEach(tag -> draft.tag(tag.asText()));
        }
    }

    private static void addTurns(ObjectNode row, Draft draft, TimeParser times) {
        JsonNode turns = JsonFaults.array(row, "turns");
        if (turns == null) {
            return;
        }
        for (JsonNode turn : turns) {
            String text = JsonFaults.text(turn, "text");
            String at = JsonFaults.text(turn, "at");
            if (text == null) {
                continue;
            }
            if (at == null) {
                throw JsonFaults.wrongShape("turns.at", "a turn has no time (at)");
            }
            JsonNode isPublic = turn.get("is_public");
            JsonNode canned = turn.get("canned");
            draft.turn(
                    author(JsonFaults.text(turn, "author")),
                    isPublic == null || isPublic.asBoolean(true),
                    times.parse("turns.at", at),
                    text,
                    canned != null && canned.asBoolean(false));
        }
    }

    private static Author author(@Nullable String name) {
        return Arrays.stream(Author.values())
                .filter(author -> name != null && author.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Author.UNKNOWN);
    }

    private static void addAnswers(ObjectNode row, Draft draft) {
        JsonNode answers = JsonFaults.array(row, "answers");
        if (answers == null) {
            return;
        }
        for (JsonNode answer : answers) {
            String question = JsonFaults.text(answer, "question");
            draft.answer(question == null ? "" : question, JsonFaults.text(answer, "answer"));
        }
    }
}
