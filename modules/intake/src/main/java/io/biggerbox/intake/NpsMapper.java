package io.biggerbox.intake;

import io.biggerbox.intake.Columns.Column;
import io.biggerbox.intake.columns.RecordKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a recommendation survey, as most survey tools export them. The names by which a column is recognised are part
 * of the documented format; of several names the first that is in the header counts.
 */
final class NpsMapper implements RowMapper<List<String>> {

    private final String source;
    private final TimeParser times;
    private final Columns columns;
    private final Column id;
    private final Column respondent;
    private final Column email;
    private final Column score;
    private final Column comment;
    private final Column date;
    private final Column updated;
    private final Column product;
    private final Column tier;
    private final Column value;
    private final Column language;
    private final Column channel;

    NpsMapper(Columns columns, String source, TimeParser times, boolean productGiven) {
        this.source = source;
        this.times = times;
        this.columns = columns;
        id = columns.take("response id", "survey response id", "source id", "answer id", "id");
        respondent = columns.take(
                "customer id", "respondent id", "respondent", "contact id", "user id", "external reference");
        email = columns.take("email", "e-mail", "email address", "recipient email", "respondent email");
        score = columns.take("score", "nps", "nps score", "rating", "likelihood to recommend");
        comment = columns.take(
                "comment", "comments", "feedback", "verbatim", "reason", "reason for score", "open text", "text");
        if (!score.exists() && !comment.exists()) {
            columns.complain("score (or nps, rating)");
        }
        date = columns.require(
                "date",
                "answered at",
                "responded at",
                "submitted at",
                "written at",
                "response date",
                "recorded date",
                "created at",
                "end date",
                "timestamp");
        updated = columns.take("updated at", "date modified");
        product = productGiven ? columns.take(productNames()) : columns.require(productNames());
        tier = columns.take("tier", "segment", "plan", "customer tier");
        value = columns.take("customer value per year", "annual value", "arr");
        language = columns.take("language", "user language", "locale");
        channel = columns.take("channel", "distribution channel");
        columns.verify(
                "Rename the columns, give --product if only the product is missing, or use --as csv with a map.");
    }

    @Override
    public Draft map(List<String> row) {
        Draft draft = new Draft(RecordKind.SURVEY);
        String who = respondent.of(row) == null ? email.of(row) : respondent.of(row);
        draft.put("source", source)
                .put("source_id", id.of(row) == null ? contentId(row, who) : id.of(row))
                .put("customer_id", who)
                .put("customer_tier", tier.of(row))
                .put("customer_value_per_year", value.of(row))
                .put("product", product.of(row))
                .put("channel", channel.of(row))
                .put("language", language.of(row))
                .put("survey_kind", "NPS")
                .put("score", score.of(row))
                .put("comment", comment.of(row))
                .time("written_at", time("date", date, row))
                .time("updated_at", time("updated at", updated, row));
        columns.restInto(draft, row);
        return draft;
    }

    private @Nullable Instant time(String name, Column column, List<String> row) {
        String text = column.of(row);
        return text == null ? null : times.parse(name, text);
    }

    /** Without an id, the same answer of the same person at the same time is the same record. */
    private String contentId(List<String> row, @Nullable String who) {
        return Pseudonym.of(
                "nps-answer",
                part(who),
                part(date.of(row)),
                part(product.of(row)),
                part(score.of(row)),
                part(comment.of(row)));
    }

    private static String part(@Nullable String value) {
        return value == null ? "" : Texts.carriable(value.strip());
    }

    private static String[] productNames() {
        return new String[] {"product", "product name", "brand", "app", "service"};
    }
}
