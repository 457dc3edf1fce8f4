package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Author;
import io.biggerbox.events.Priority;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.events.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZendeskImportTest {

    private static final ImportOptions BOXES = OPTIONS.withProduct("Boxes");
    private static final String TICKET =
            """
            {"id": 35, "via": {"channel": "email"}, "created_at": "2025-05-01T08:00:00Z",
             "updated_at": "2025-05-03T08:00:00Z", "subject": "Box", "description": "The box is too small & torn",
             "priority": "high", "status": "solved", "requester_id": 7, "assignee_id": 1, "collaborator_ids": [8],
             "tags": ["parcel", "courtesy_refund"], "brand_id": 12, "recipient": "help@example.org",
             "satisfaction_rating": {"score": "bad", "comment": "never again"},
             "custom_fields": [{"id": 99, "value": "north"}, {"id": 98, "value": null}],
             "comments": [
              {"id": 2, "author_id": 1, "public": true, "created_at": "2025-05-01T09:00:00Z", "audit_id": 502,
               "plain_body": "Thank you for your patience"},
              {"id": 1, "author_id": 7, "public": true, "created_at": "2025-05-01T08:00:00Z", "body": "x",
               "html_body": "<div>The box is <b>too small</b> &amp; torn</div>"},
              {"id": 3, "author_id": 1, "public": false, "created_at": "2025-05-01T09:30:00Z", "body": "again?!"},
              {"id": 4, "author_id": 8, "public": true, "created_at": "2025-05-01T10:00:00Z", "body": "me too"},
              {"id": 5, "author_id": -1, "public": true, "created_at": "2025-05-02T10:00:00Z", "body": "closed"}],
             "audits": [{"id": 502, "events": [{"id": 2, "type": "Comment"},
              {"type": "AgentMacroReference", "macro_id": "5", "macro_title": "patience"}]}]}
            """;

    @Test
    void readsATicketWithItsComments() {
        Ticket ticket = event(
                Ticket.class,
                read(ImportFormat.ZENDESK, "[" + TICKET + "]", BOXES).get(0));

        assertThat(ticket.getSourceId()).isEqualTo("35");
        assertThat(ticket.getCustomerId()).isEqualTo("7");
        assertThat(ticket.getChannel()).isEqualTo("e-mail");
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.SOLVED);
        assertThat(ticket.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.getResolution()).isEqualTo(Resolution.EXCEPTION_GRANTED);
        assertThat(ticket.getSatisfaction()).isZero();
        assertThat(ticket.getSatisfactionComment()).isEqualTo("never again");
        assertThat(ticket.getUpdatedAt()).isEqualTo("2025-05-03T08:00:00Z");
        assertThat(ticket.getRevision()).isEqualTo(ticket.getUpdatedAt().toEpochMilli());
        assertThat(ticket.getTurns())
                .extracting(Turn::getAuthor)
                .containsExactly(Author.CUSTOMER, Author.VENDOR, Author.VENDOR, Author.UNKNOWN, Author.SYSTEM);
        assertThat(ticket.getTurns()).extracting(Turn::getIsPublic).containsExactly(true, true, false, true, true);
        assertThat(ticket.getTurns()).extracting(Turn::getCanned).containsExactly(false, true, false, false, false);
        assertThat(ticket.getTurns().get(0).getText()).isEqualTo("The box is too small & torn");
        assertThat(ticket.getAttributes())
                .containsEntry("brand_id", "12")
                .containsEntry("custom_field.99", "north")
                .doesNotContainKey("recipient");
    }

    @Test
    void theDescriptionIsHeardOnce() {
        Ticket repeated =
                event(Ticket.class, read(ImportFormat.ZENDESK, TICKET, BOXES).get(0));
        Ticket alone = event(
                Ticket.class,
                read(
                                ImportFormat.ZENDESK,
                                "{\"id\":1,\"requester_id\":7,\"created_at\":\"2025-05-01T08:00:00Z\",\"description\":\"Hm\"}",
                                BOXES)
                        .get(0));

        assertThat(repeated.getDescription()).isNull();
        assertThat(alone.getDescription()).isEqualTo("Hm");
        assertThat(alone.getTurns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "workaround,WORKAROUND",
        "user-error,USER_ERROR",
        "resolution::refund,REFUND",
        "goodwill,EXCEPTION_GRANTED",
        "Exception Granted,EXCEPTION_GRANTED",
        "refund_policy_question,",
        "parcel,"
    })
    void takesOnlyPlainWordsForAResolution(String tag, Resolution expected) {
        String json = TICKET.replace("courtesy_refund", tag);

        assertThat(event(Ticket.class, read(ImportFormat.ZENDESK, json, BOXES).get(0))
                        .getResolution())
                .isEqualTo(expected);
    }

    @Test
    void anOpenTicketHasNoResolutionAndARatingMayBeAString() {
        String json = TICKET.replace("\"solved\"", "\"hold\"")
                .replace("{\"score\": \"bad\", \"comment\": \"never again\"}", "\"good\"");

        Ticket ticket =
                event(Ticket.class, read(ImportFormat.ZENDESK, json, BOXES).get(0));
        assertThat(ticket.getResolution()).isNull();
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.ON_HOLD);
        assertThat(ticket.getSatisfaction()).isEqualTo(1.0);
    }

    @Test
    void anOfferedRatingIsNone() {
        String json = TICKET.replace("\"bad\"", "\"offered\"");

        assertThat(event(Ticket.class, read(ImportFormat.ZENDESK, json, BOXES).get(0))
                        .getSatisfaction())
                .isNull();
    }

    @Test
    void badTicketsAreRejectedAndTheOthersRead() {
        List<ImportRow> rows = read(
                ImportFormat.ZENDESK,
                "[" + TICKET + ",\n{\"subject\":\"no id\"},\n"
                        + TICKET.replace("\"comments\": [", "\"comments\": 5, \"x\": [") + ",\n" + TICKET + "]",
                BOXES);

        assertThat(rejected(rows.get(1)).reason()).isEqualTo("source_id is missing");
        assertThat(rejected(rows.get(2)).reason()).isEqualTo("comments is not an array");
        assertThat(event(Ticket.class, rows.get(3)).getSourceId()).isEqualTo("35");
        assertThat(rejected(read(ImportFormat.ZENDESK, TICKET, OPTIONS).get(0)).remedy())
                .contains("--product");
    }
}
