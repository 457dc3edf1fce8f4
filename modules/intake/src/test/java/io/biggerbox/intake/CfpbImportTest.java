package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Author;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfpbImportTest {

    private static final String CLASSIC =
            "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,"
                    + "Company public response,Company,State,ZIP code,Tags,Consumer consent provided?,Submitted via,"
                    + "Date sent to company,Company response to consumer,Timely response?,Consumer disputed?,Complaint ID\n";
    private static final String SIXTEEN =
            "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,"
                    + "Company public response,Company,State,ZIP code,Tags,Submitted via,"
                    + "Date sent to company,Company response to consumer,Timely response?,Complaint ID\n";
    private static final String LOWER =
            "complaint_id,date_received,product,sub_product,issue,sub_issue,narrative,company,state,"
                    + "submitted_via,company_response,company_public_response,timely,disputed,tags,source_repo\n";

    @Test
    void readsTheClassicHeader() {
        Ticket ticket = ticket(CLASSIC + "2015-03-02,\"Loans, small\",Title loan,Fees,Surprise fee,"
                + "\"They took XXXX dollars.\nTwice.\",Company believes it acted appropriately as authorized by contract or law,"
                + "Acme Loans,TX,750XX,\"Older American, Servicemember\",Consent provided,Postal mail,2015-03-05,"
                + "Closed with monetary relief,Yes,Yes,4711\n");

        assertThat(ticket.getSource()).isEqualTo("cfpb");
        assertThat(ticket.getSourceId()).isEqualTo("4711");
        assertThat(ticket.getProduct()).isEqualTo("Loans, small");
        assertThat(ticket.getWrittenAt()).isEqualTo("2015-03-02T00:00:00Z");
        assertThat(ticket.getSubject()).isEqualTo("Fees: Surprise fee");
        assertThat(ticket.getDescription()).isEqualTo("They took XXXX dollars.\nTwice.");
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ticket.getResolution()).isEqualTo(Resolution.REFUND);
        assertThat(ticket.getTags()).containsExactly("Older American", "Servicemember");
        assertThat(ticket.getChannel()).isEqualTo("letter");
        assertThat(ticket.getSatisfaction()).isZero();
        assertThat(ticket.getTurns()).singleElement().satisfies(turn -> {
            assertThat(turn.getAuthor()).isEqualTo(Author.VENDOR);
            assertThat(turn.getIsPublic()).isTrue();
            assertThat(turn.getCanned()).isTrue();
            assertThat(turn.getAt()).isEqualTo("2015-03-05T00:00:00Z");
        });
        assertThat(ticket.getAttributes())
                .containsEntry("company", "Acme Loans")
                .containsEntry("state", "TX")
                .containsEntry("ZIP code", "750XX")
                .containsEntry("Consumer consent provided?", "Consent provided");
    }

    @Test
    void readsTheShorterHeaderAndTheLowerCaseOne() {
        Ticket shorter = ticket(SIXTEEN + "2026-01-02,Mortgage,,Fees,,,None,Acme,TX,,None,Web,,In progress,Yes,9\n");
        Ticket lower =
                ticket(LOWER + "9,2026-01-02,Mortgage,,Fees,,,Acme,TX,Web,In progress,None,Yes,,None,somewhere\n");

        assertThat(shorter.getSourceId()).isEqualTo(lower.getSourceId());
        assertThat(shorter.getRevision()).isEqualTo(lower.getRevision());
        assertThat(shorter.getDescription()).isNull();
        assertThat(shorter.getTurns()).isEmpty();
        assertThat(shorter.getTags()).isEmpty();
        assertThat(shorter.getStatus()).isEqualTo(TicketStatus.OPEN);
        assertThat(shorter.getResolution()).isNull();
        assertThat(lower.getAttributes()).containsEntry("source_repo", "somewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "Closed with explanation,EXPLAINED",
        "Closed with non-monetary relief,FIXED",
        "Closed with monetary relief,REFUND",
        "Closed without relief,REFUSED",
        "Untimely response,NO_RESPONSE",
        "Closed,OTHER",
        "Something new,UNKNOWN"
    })
    void mapsTheCompanysResponse(String response, Resolution expected) {
        assertThat(ticket(LOWER + "9,2026-01-02,Mortgage,,Fees,,,Acme,TX,Web," + response + ",,Yes,,,x\n")
                        .getResolution())
                .isEqualTo(expected);
    }

    @Test
    void aLaterStateOfAComplaintHasAHigherRevision() {
        Ticket early = ticket(LOWER + "9,2026-01-02,Mortgage,,Fees,,,Acme,TX,Web,In progress,,Yes,,,x\n");
        Ticket late = ticket(LOWER + "9,2026-01-02,Mortgage,,Fees,,I paid twice,Acme,TX,Web,Closed,,Yes,No,,x\n");

        assertThat(late.getRevision()).isGreaterThan(early.getRevision());
        assertThat(late.getCustomerId()).isEqualTo(early.getCustomerId()).startsWith("h:");
    }

    @Test
    void withoutAnIdTheContentIsTheIdAndARepeatedRowIsARepeatedDelivery() {
        String row = ",2026-01-02,Mortgage,,Fees,,,Acme,TX,Web,Closed,,Yes,,,";
        List<ImportRow> rows =
                read(ImportFormat.CFPB, LOWER + row + "a\n" + row + "b\n" + row.replace("TX", "NY") + "a\n");

        List<String> ids =
                rows.stream().map(r -> event(Ticket.class, r).getSourceId()).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).startsWith("h:");
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void namesTheDateAndTheColumnThatIsMissing() {
        ImportRow row = read(ImportFormat.CFPB, LOWER + "9,03/01/2025,Mortgage,,Fees,,,A,TX,Web,Closed,,Yes,,,x\n")
                .get(0);
        assertThat(rejected(row).field()).isEqualTo("Date received");
        assertThat(rejected(row).line()).isEqualTo(2);

        assertThatThrownBy(() -> read(ImportFormat.CFPB, "Product,Company\nMortgage,Acme\n"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("lacks the columns Date received; Issue (columns found: Product, Company)");
    }

    @Test
    void oneProductForAllKeepsTheRowsOwn() {
        Ticket ticket = event(
                Ticket.class,
                read(
                                ImportFormat.CFPB,
                                LOWER + "9,2026-01-02,Mortgage,,Fees,,,Acme,TX,Web,Closed,,Yes,,,x\n",
                                OPTIONS.withProduct("Acme").withSource("bureau"))
                        .get(0));

        assertThat(ticket.getProduct()).isEqualTo("Acme");
        assertThat(ticket.getSource()).isEqualTo("bureau");
        assertThat(ticket.getAttributes()).containsEntry("product", "Mortgage");
        assertThat(ticket.getWrittenAt()).isBefore(Instant.parse("2026-01-03T00:00:00Z"));
    }

    private static Ticket ticket(String csv) {
        List<ImportRow> rows = read(ImportFormat.CFPB, csv);
        assertThat(rows).hasSize(1);
        return event(Ticket.class, rows.get(0));
    }
}
