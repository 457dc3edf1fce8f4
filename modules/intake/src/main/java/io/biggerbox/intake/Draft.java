package io.biggerbox.intake;

import io.biggerbox.events.Answer;
import io.biggerbox.events.Author;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.Turn;
import io.biggerbox.intake.columns.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a format found in a row, under our field names and still as text; {@link EventBuilder} checks it and makes the
 * event. Lone surrogates are replaced on the way in.
 */
final class Draft {

    private final RecordKind kind;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    // Sorted, so that the same row gives the same bytes in whichever order its columns come.
    private final Map<String, String> attributes = new TreeMap<>();

    Draft(RecordKind kind) {
        this.kind = kind;
    }

    RecordKind kind() {
        return kind;
    }

    /** Sets a field; null and blank leave it unset. */
    Draft put(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(field, Texts.carriable(value));
        }
        return this;
    }

    @Nullable
    String get(String field) {
        return fields.get(field);
    }

    /** Sets a time; null leaves it unset. */
    Draft time(String field, @Nullable Instant value) {
        if (value != null) {
            times.put(field, value);
        }
        return this;
    }

    @Nullable
    Instant time(String field) {
        return times.get(field);
    }

    Draft attribute(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            attributes.put(Texts.carriable(name), Texts.carriable(value));
        }
        return this;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    Draft turn(Author author, boolean isPublic, Instant at, String text, boolean canned) {
        turns.add(new Turn(author, isPublic, at, Texts.carriable(text), canned));
        return this;
    }

    /** The turns, oldest first; turns of the same moment in the order in which they were added. */
    List<Turn> turns() {
        turns.sort(Comparator.comparing(Turn::getAt));
        return turns;
    }

    Draft answer(String question, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            answers.add(new Answer(Texts.carriable(question), Texts.carriable(answer)));
        }
        return this;
    }

    List<Answer> answers() {
        return answers;
    }

    Draft tag(String tag) {
        if (!tag.isBlank()) {
            tags.add(Texts.carriable(tag.strip()));
        }
        return this;
    }

    List<String> tags() {
        return tags;
    }

    Draft resolution(@Nullable Resolution resolution) {
        return resolution == null ? this : put("resolution", resolution.name());
    }
}
