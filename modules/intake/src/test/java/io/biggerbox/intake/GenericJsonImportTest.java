package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Author;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.intake.columns.ColumnMapFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenericJsonImportTest {

    @Test
    void readsOurOwnSchemas() {
        List<ImportRow> rows = read(
                ImportFormat.JSONL,
                """
                {"source_id":"1","product":"Boxes","customer_id":"c","written_at":1740823230000,"rating":2,"text":"small","attributes":{"a":1}}

                {"source_id":"2","product":"Boxes","customer_id":"c","written_at":"2025-03-01","subject":"s","tags":["x","y"],"turns":[{"author":"CUSTOMER","at":"2025-03-01","text":"hi"},{"author":"vendor","is_public":false,"at":1740823230000,"text":"note","canned":true}]}
                {"source_id":"3","product":"Boxes","customer_id":"c","written_at":"2025-03-01","kind":"CSAT","score":5,"answers":[{"question":"Why?","answer":"so"}]}
                """);

        Review review = event(Review.class, rows.get(0));
        assertThat(review.getSource()).isEqualTo("jsonl");
        assertThat(review.getWrittenAt()).isEqualTo("2025-03-01T10:00:30Z");
        assertThat(review.getAttributes()).containsEntry("a", "1");
        Ticket ticket = event(Ticket.class, rows.get(1));
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(ticket.getTags()).containsExactly("x", "y");
        assertThat(ticket.getTurns().get(1).getAuthor()).isEqualTo(Author.VENDOR);
        assertThat(ticket.getTurns().get(1).getIsPublic()).isFalse();
        assertThat(ticket.getTurns().get(1).getCanned()).isTrue();
        Survey survey = event(Survey.class, rows.get(2));
        assertThat(survey.getKind()).isEqualTo(SurveyKind.CSAT);
        assertThat(survey.getScoreMin()).isEqualTo(1.0);
        assertThat(survey.getScoreMax()).isEqualTo(5.0);
        assertThat(survey.getAnswers()).singleElement().satisfies(a -> assertThat(a.getAnswer())
                .isEqualTo("so"));
    }

    @Test
    void readsNestedValuesThroughAMap() {
        String map =
                """
                kind: review
                columns: {source_id: id, customer_id: user.id, written_at: at, text: body.text, product: {constant: B}}
                date_formats: [epoch_seconds]
                """;

        Review review = event(
                Review.class,
                read(
                                ImportFormat.JSONL,
                                "{\"id\":1,\"user\":{\"id\":\"u\"},\"at\":1740823230,\"body\":{\"text\":\"hm\"},\"shop\":\"x\"}",
                                OPTIONS.withMap(ColumnMapFile.parse(map, "m")))
                        .get(0));

        assertThat(review.getCustomerId()).isEqualTo("u");
        assertThat(review.getText()).isEqualTo("hm");
        assertThat(review.getWrittenAt()).isEqualTo("2025-03-01T10:00:30Z");
        assertThat(review.getAttributes()).containsEntry("shop", "x");
    }

    @Test
    void badLinesAreRejectedOneByOne() {
        List<ImportRow> rows = read(
                ImportFormat.JSONL,
                """
                {"a":
                [1]
                "text"
                {"written_at":"2025-03-01","text":"x"}
                {"written_at":"2025-03-01","text":"x","product":"B"} extra
                """);

        assertThat(rows).hasSize(5).allMatch(ImportRow.Rejected.class::isInstance);
        assertThat(rejected(rows.get(1)).reason()).isEqualTo("the record is not a JSON object");
        assertThat(rejected(rows.get(3)).field()).isEqualTo("product");
        assertThat(rejected(rows.get(0)).raw()).isEqualTo("{\"a\":");
    }
}
