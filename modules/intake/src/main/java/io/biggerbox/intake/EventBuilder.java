package io.biggerbox.intake;

import io.biggerbox.events.Author;
import io.biggerbox.events.Priority;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.intake.read.RejectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Checks a draft and makes the event of it. Knows what must hold for every event, whichever tool it comes from. */
final class EventBuilder {

    private static final int LONGEST_ID = 512;

    private final @Nullable String product;
    private final @Nullable String source;

    /**
     * @param product the product of all events; null to take each draft's own
     * @param source the source of all events; null to take each draft's own
     */
    EventBuilder(@Nullable String product, @Nullable String source) {
        this.product = Texts.blankToNull(product);
        this.source = Texts.blankToNull(source);
    }

    /**
     * The event.
     *
     * @throws RowFaultException naming the first field that is missing or wrong
     */
    SpecificRecord build(Draft draft) {
        return switch (draft.kind()) {
            case REVIEW -> review(draft);
            case TICKET -> ticket(draft);
            case SURVEY -> survey(draft);
        };
    }

    private Review review(Draft draft) {
        Common common = common(draft);
        double max = Numbers.orElse(draft, "rating_max", 5.0);
        Instant edited = draft.time("edited_at");
        Instant replied = draft.time("replied_at");
        return Review.newBuilder()
                .setSource(common.source)
                .setSourceId(common.sourceId)
                .setRevision(revision(draft, common.writtenAt, edited, replied))
                .setProduct(common.product)
                .setCustomerId(common.customerId)
                .setCustomerTier(stripped(draft, "customer_tier"))
                .setCustomerValuePerYear(common.value)
                .setChannel(stripped(draft, "channel"))
                .setLanguage(stripped(draft, "language"))
                .setWrittenAt(common.writtenAt)
                .setExperiencedAt(draft.time("experienced_at"))
                .setEditedAt(common.writtenAt.equals(edited) ? null : edited)
                .setRating(Numbers.within(draft, "rating", 1, max))
                .setRatingMax(max)
                .setTitle(draft.get("title"))
                .setText(draft.get("text"))
                .setReplyText(draft.get("reply_text"))
                .setRepliedAt(replied)
                .setAttributes(common.attributes)
                .build();
    }

    private Ticket ticket(Draft draft) {
        Common common = common(draft);
        Instant updated = draft.time("updated_at");
        Instant replied = draft.time("replied_at");
        String reply = draft.get("reply_text");
        if (reply != null) {
            draft.turn(Author.VENDOR, true, replied == null ? common.writtenAt : replied, reply, false);
        }
        String tags = draft.get("tags");
        if (tags != null) {
            for (String tag : tags.split("[,;|]", -1)) {
                draft.tag(tag);
            }
        }
        return Ticket.newBuilder()
                .setSource(common.source)
                .setSourceId(common.sourceId)
                .setRevision(revision(draft, common.writtenAt, updated, replied))
                .setProduct(common.product)
                .setCustomerId(common.customerId)
                .setCustomerTier(stripped(draft, "customer_tier"))
                .setCustomerValuePerYear(common.value)
                .setChannel(stripped(draft, "channel"))
                .setLanguage(stripped(draft, "language"))
                .setWrittenAt(common.writtenAt)
                .setExperiencedAt(draft.time("experienced_at"))
                .setUpdatedAt(updated)
                .setSubject(draft.get("subject"))
                .setDescription(draft.get("description"))
                .setTurns(new ArrayList<>(draft.turns()))
                .setStatus(Enums.required(draft, "status", TicketStatus.class, TicketStatus.UNKNOWN))
                .setResolution(Enums.optional(draft, "resolution", Resolution.class, Resolution.UNKNOWN))
                .setTags(new ArrayList<>(draft.tags()))
                .setPriority(Enums.optional(draft, "priority", Priority.class, Priority.UNKNOWN))
                .setSatisfaction(Numbers.within(draft, "satisfaction", 0, 1))
                .setSatisfactionComment(draft.get("satisfaction_comment"))
                .setAttributes(common.attributes)
                .build();
    }

    private Survey survey(Draft draft) {
        Common common = common(draft);
        SurveyKind kind = Enums.required(draft, "survey_kind", SurveyKind.class, SurveyKind.OTHER);
        double min = Numbers.orElse(draft, "score_min", kind == SurveyKind.NPS || kind == SurveyKind.OTHER ? 0 : 1);
        double max = Numbers.orElse(draft, "score_max", defaultMax(kind));
        Double score = Numbers.within(draft, "score", min, max);
        if (score == null && draft.get("comment") == null && draft.answers().isEmpty()) {
            throw new RowFaultException(
                    "score",
                    RejectKind.MISSING,
                    "the row has neither score nor comment",
                    "Leave out answers that were never given.");
        }
        return Survey.newBuilder()
                .setSource(common.source)
                .setSourceId(common.sourceId)
                .setRevision(revision(draft, common.writtenAt, draft.time("updated_at"), null))
                .setProduct(common.product)
                .setCustomerId(common.customerId)
                .setCustomerTier(stripped(draft, "customer_tier"))
                .setCustomerValuePerYear(common.value)
                .setChannel(stripped(draft, "channel"))
                .setLanguage(stripped(draft, "language"))
                .setWrittenAt(common.writtenAt)
                .setExperiencedAt(draft.time("experienced_at"))
                .setKind(kind)
                .setScore(score)
                .setScoreMin(min)
                .setScoreMax(max)
                .setComment(draft.get("comment"))
                .setAnswers(new ArrayList<>(draft.answers()))
                .setAttributes(common.attributes)
                .build();
    }

    private static double defaultMax(SurveyKind kind) {
        return switch (kind) {
            case NPS, OTHER -> 10;
            case CES -> 7;
            case CSAT, STARS -> 5;
        };
    }

    private record Common(
            String source,
            String sourceId,
            String product,
            String customerId,
            Instant writtenAt,
            @Nullable Double value,
            Map<String, String> attributes) {}

    private Common common(Draft draft) {
        String from = source != null ? source.strip() : required(draft, "source", "Name the tool with --source.");
        String sourceId = required(draft, "source_id", "Give each row its own id.");
        Instant writtenAt = draft.time("written_at");
        if (writtenAt == null) {
            throw missing("written_at", "Give each row the time at which it was written.");
        }
        String own = draft.get("product");
        if (product != null) {
            draft.attribute("product", own == null || own.strip().equals(product.strip()) ? null : own);
        }
        String about = product != null
                ? product.strip()
                : required(draft, "product", "Fill the column, or name one product for the whole file with --product.");
        String customer = draft.get("customer_id");
        // Without a customer each record counts as one: better too many customers of one voice than none at all.
        String customerId = customer == null || Pseudonym.isNobody(customer)
                ? Pseudonym.of("customer", from, sourceId)
                : Pseudonym.customer(bounded("customer_id", customer.strip()));
        Double value = Numbers.within(draft, "customer_value_per_year", 0, Double.MAX_VALUE);
        return new Common(from, sourceId, about, customerId, writtenAt, value, draft.attributes());
    }

    private static String required(Draft draft, String field, String remedy) {
        String value = draft.get(field);
        if (value == null) {
            throw missing(field, remedy);
        }
        return bounded(field, value.strip());
    }

    /** Ids and names become record keys and parts of keys: what is longer is a text in the wrong column. */
    private static String bounded(String field, String value) {
        if (value.length() > LONGEST_ID) {
            throw new RowFaultException(
                    field,
                    RejectKind.TOO_LARGE,
                    field + " has " + value.length() + " characters; at most " + LONGEST_ID + " are allowed",
                    "Check that the columns are not shifted: this looks like a text.");
        }
        return value;
    }

    private static RowFaultException missing(String field, String remedy) {
        return new RowFaultException(field, RejectKind.MISSING, field + " is missing", remedy);
    }

    private static @Nullable String stripped(Draft draft, String field) {
        String value = draft.get(field);
        return value == null ? null : value.strip();
    }

    /** The draft's own revision, else the latest of the times at which the record is known to have changed. */
    private static long revision(Draft draft, Instant written, @Nullable Instant changed, @Nullable Instant replied) {
        String own = draft.get("revision");
        if (own != null) {
            try {
                return Long.parseLong(own.strip());
            } catch (NumberFormatException e) {
                throw Numbers.notANumber("revision", own);
            }
        }
        long latest = written.toEpochMilli();
        latest = changed == null ? latest : Math.max(latest, changed.toEpochMilli());
        return replied == null ? latest : Math.max(latest, replied.toEpochMilli());
    }

    /** Words of the source as our enums; unknown words stay readable in the attributes. */
    private static final class Enums {

        static <E extends Enum<E>> E required(Draft draft, String field, Class<E> type, E unknown) {
            E value = optional(draft, field, type, unknown);
            return value == null ? unknown : value;
        }

        static <E extends Enum<E>> @Nullable E optional(Draft draft, String field, Class<E> type, E unknown) {
            String text = draft.get(field);
            if (text == null) {
                return null;
            }
            String name =
                    text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            for (E value : type.getEnumConstants()) {
                if (value.name().equals(name)) {
                    return value;
                }
            }
            draft.attribute(field, text);
            return unknown;
        }
    }
}
