package io.biggerbox.intake.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of event that a row can become, with the names of the fields that a column map may fill. */
@SuppressWarnings("ImmutableEnumChecker") // every list is an unmodifiable copy
public enum RecordKind {
    /** A public review. */
    REVIEW(
            List.of("edited_at", "replied_at"),
            List.of("title", "text", "reply_text"),
            List.of("rating", "rating_max"),
            List.of("rating", "title", "text")),
    /** A support conversation. */
    TICKET(
            List.of("updated_at", "replied_at"),
            List.of("subject", "description", "reply_text", "satisfaction_comment"),
            List.of("status", "resolution", "tags", "priority", "satisfaction"),
            List.of("subject", "description")),
    /** An answer to a survey. */
    SURVEY(
            List.of("updated_at"),
            List.of("comment"),
            List.of("survey_kind", "score", "score_min", "score_max"),
            List.of("score", "comment"));

    private final List<String> times;
    private final List<String> texts;
    private final List<String> fields;
    private final List<String> content;

    RecordKind(List<String> times, List<String> texts, List<String> values, List<String> content) {
        this.times = join(List.of("written_at", "experienced_at"), times);
        this.texts = texts;
        this.fields = join(
                List.of("source", "source_id", "revision", "product", "customer_id", "customer_tier"),
                List.of("customer_value_per_year", "channel", "language"),
                this.times,
                values,
                texts);
        this.content = content;
    }

    /** Fields that hold a time. */
    public List<String> times() {
        return times;
    }

    /** Fields that hold what somebody wrote, from which HTML is stripped on request. */
    public List<String> texts() {
        return texts;
    }

    /** All fields that can be filled from a column. */
    public List<String> fields() {
        return fields;
    }

    /** Fields of which a file must have at least one: without them there is nothing to hear. */
    public List<String> content() {
        return content;
    }

    /** The kind of that name in any case, if there is one. */
    public static Optional<RecordKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
