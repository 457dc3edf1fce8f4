package io.biggerbox.intake;

import io.biggerbox.events.Author;
import io.biggerbox.events.Resolution;
import io.biggerbox.intake.Columns.Column;
import io.biggerbox.intake.columns.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of the Consumer Financial Protection Bureau, in its 18-column, its 16-column and its lower-case headers. The
 * complaint is the ticket, the company's answers to the consumer and to the public are its end and a vendor turn.
 */
final class CfpbMapper implements RowMapper<List<String>> {

    private static final String[] NARRATIVE = {"Consumer complaint narrative", "narrative", "complaint what happened"};
    private static final Set<String> NOTHING = Set.of("none", "n/a");

    private final String source;
    private final TimeParser times;
    private final Columns columns;
    private final Column id;
    private final Column received;
    private final Column product;
    private final Column subProduct;
    private final Column issue;
    private final Column subIssue;
    private final Column narrative;
    private final Column company;
    private final Column state;
    private final Column via;
    private final Column response;
    private final Column publicResponse;
    private final Column sent;
    private final Column timely;
    private final Column disputed;
    private final Column tags;
    private final List<Column> identity;

    CfpbMapper(Columns columns, String source, TimeParser times, boolean productGiven) {
        this.source = source;
        this.times = times;
        this.columns = columns;
        id = columns.take("Complaint ID");
        received = columns.require("Date received");
        product = productGiven ? columns.take("Product") : columns.require("Product");
        subProduct = columns.take("Sub-product");
        issue = columns.require("Issue");
        subIssue = columns.take("Sub-issue");
        narrative = columns.take(NARRATIVE);
        company = columns.take("Company");
        state = columns.take("State");
        via = columns.take("Submitted via");
        response = columns.take("Company response to consumer", "company response");
        publicResponse = columns.take("Company public response");
        sent = columns.take("Date sent to company");
        timely = columns.take("Timely response?", "timely");
        disputed = columns.take("Consumer disputed?", "disputed");
        tags = columns.take("Tags");
        columns.verify(
                "Export the complaints as CSV with their header; other files can be read with --as csv and a map.");
        identity = List.of(
                received,
                product,
                subProduct,
                issue,
                subIssue,
                narrative,
                company,
                state,
                via,
                sent,
                response,
                publicResponse,
                timely,
                disputed,
                tags);
    }

    @Override
    public Draft map(List<String> row) {
        Draft draft = new Draft(RecordKind.TICKET);
        String complaint = id.of(row);
        String sourceId = complaint == null ? contentId(row) : complaint.strip();
        String receivedText = received.of(row);
        Instant written = receivedText == null ? null : times.parse("Date received", receivedText);
        String answer = value(response, row);
        String said = publicAnswer(row);
        draft.put("source", source)
                .put("source_id", sourceId)
                .put("customer_id", Pseudonym.of("cfpb-customer", sourceId))
                .put("product", value(product, row))
                .put("channel", channel(value(via, row)))
                .put("language", "en")
                .put("subject", subject(row))
                .put("description", value(narrative, row))
                .put("status", status(answer))
                .resolution(resolution(answer))
                .put("satisfaction", "yes".equals(lower(value(disputed, row))) ? "0" : null)
                .time("written_at", written);
        if (written != null) {
            draft.put("revision", Long.toString(written.toEpochMilli() + stage(row, answer, said)));
            if (said != null) {
                String sentText = value(sent, row);
                Instant at = sentText == null ? written : times.parse("Date sent to company", sentText);
                // The public answer is chosen from a closed list of ten sentences: it is canned by construction.
                draft.turn(Author.VENDOR, true, at, said, true);
            }
        }
        String tagText = value(tags, row);
        if (tagText != null) {
            for (String tag : tagText.split(",", -1)) {
                draft.tag(tag);
            }
        }
        draft.attribute("company", value(company, row))
                .attribute("sub_product", value(subProduct, row))
                .attribute("state", value(state, row))
                .attribute("company_response", answer)
                .attribute("timely_response", value(timely, row))
                .attribute("consumer_disputed", value(disputed, row));
        columns.restInto(draft, row);
        return draft;
    }

    /**
     * How much has been added to the complaint since it was received. The database has no time of update, but a complaint
     * only ever gains an answer, a published narrative, a public answer and a verdict, so a later export ranks higher.
     */
    private int stage(List<String> row, @Nullable String answer, @Nullable String said) {
        int stage = answer == null || "in progress".equals(lower(answer)) ? 0 : 1;
        stage += value(narrative, row) == null ? 0 : 1;
        stage += said == null ? 0 : 1;
        stage += value(disputed, row) == null ? 0 : 1;
        return stage;
    }

    /** An id from all the known columns: rows that agree in every one are taken for one complaint delivered twice. */
    private String contentId(List<String> row) {
        List<String> parts = new ArrayList<>();
        parts.add("cfpb-complaint");
        for (Column column : identity) {
            String value = value(column, row);
            parts.add(value == null ? "" : Texts.carriable(value));
        }
        return Pseudonym.of(parts.toArray(String[]::new));
    }

    private @Nullable String subject(List<String> row) {
        String first = value(issue, row);
        String second = value(subIssue, row);
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + ": " + second;
    }

    private @Nullable String publicAnswer(List<String> row) {
        String said = value(publicResponse, row);
        // Two entries of the list say that nothing was said.
        return said == null || said.contains("chooses not to provide a public response") ? null : said;
    }

    private static @Nullable String status(@Nullable String answer) {
        if (answer == null) {
            return null;
        }
        return "in progress".equals(lower(answer)) ? "OPEN" : "CLOSED";
    }

    private static @Nullable Resolution resolution(@Nullable String answer) {
        if (answer == null) {
            return null;
        }
        return switch (answer.strip().toLowerCase(Locale.ROOT)) {
            case "in progress" -> null;
            case "closed with monetary relief" -> Resolution.REFUND;
            case "closed with non-monetary relief" -> Resolution.FIXED;
            case "closed with explanation" -> Resolution.EXPLAINED;
            case "closed without relief" -> Resolution.REFUSED;
            case "untimely response" -> Resolution.NO_RESPONSE;
            case "closed", "closed with relief" -> Resolution.OTHER;
            default -> Resolution.UNKNOWN;
        };
    }

    private static @Nullable String channel(@Nullable String via) {
        if (via == null) {
            return null;
        }
        String name = via.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "postal mail" -> "letter";
            case "email" -> "e-mail";
            default -> name;
        };
    }

    private static @Nullable String value(Column column, List<String> row) {
        String value = column.of(row);
        return value == null || NOTHING.contains(lower(value)) ? null : value;
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
