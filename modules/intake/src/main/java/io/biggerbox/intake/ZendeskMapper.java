package io.biggerbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.events.Turn;
import io.biggerbox.intake.columns.RecordKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Zendesk ticket with the comments inside it. */
final class ZendeskMapper implements RowMapper<ObjectNode> {

    /** Fields that are mapped, that repeat others, or that hold addresses of people. */
    private static final Set<String> NOT_ATTRIBUTES = Set.of(
            "id",
            "url",
            "created_at",
            "updated_at",
            "generated_timestamp",
            "subject",
            "raw_subject",
            "description",
            "priority",
            "status",
            "recipient",
            "requester_id",
            "product",
            "satisfaction_rating",
            "customer_tier",
            "customer_value_per_year",
            "language",
            "tags",
            "resolution");

    private final String source;
    private final TimeParser times;
    private final ZendeskComments comments;

    ZendeskMapper(String source, TimeParser times) {
        this.source = source;
        this.times = times;
        this.comments = new ZendeskComments(times);
    }

    @Override
    public Draft map(ObjectNode ticket) {
        Draft draft = new Draft(RecordKind.TICKET);
        Instant created = time(ticket, "created_at");
        String status = status(JsonFaults.text(ticket, "status"));
        draft.put("source", source)
                .put("source_id", JsonFaults.text(ticket, "id"))
                .put("customer_id", JsonFaults.text(ticket, "requester_id"))
                .put("customer_tier", JsonFaults.text(ticket, "customer_tier"))
                .put("customer_value_per_year", JsonFaults.text(ticket, "customer_value_per_year"))
                .put("product", JsonFaults.text(ticket, "product"))
                .put("language", JsonFaults.text(ticket, "language"))
                .put("channel", channel(JsonFaults.text(ticket.get("via"), "channel")))
                .put("subject", JsonFaults.text(ticket, "subject"))
                .put("status", status)
                .put("priority", JsonFaults.text(ticket, "priority"))
                .time("written_at", created)
                .time("updated_at", time(ticket, "updated_at"));
        tags(ticket, draft);
        satisfaction(ticket.get("satisfaction_rating"), draft);
        if (created != null) {
            comments.addTo(draft, ticket, created);
        }
        String description = JsonFaults.text(ticket, "description");
        // Zendesk repeats the first comment as the description; it is one message and must be heard once.
        if (description != null && !repeatsATurn(description, draft.turns())) {
            draft.put("description", HtmlText.strip(description));
        }
        if ("SOLVED".equals(status) || "CLOSED".equals(status)) {
            draft.resolution(ZendeskResolutions.of(endings(ticket, draft.tags())));
        }
        attributes(ticket, draft);
        return draft;
    }

    private @Nullable Instant time(JsonNode node, String name) {
        String text = JsonFaults.text(node, name);
        return text == null ? null : times.parse(name, text);
    }

    private static void tags(ObjectNode ticket, Draft draft) {
        JsonNode tags = ticket.get("tags");
        if (tags == null || tags.isNull()) {
            return;
        }
        if (tags.isArray()) {
            tags.forEach(tag -> draft.tag(tag.asText()));
        } else {
            for (String tag : tags.asText().split("[\\s,]+", -1)) {
                draft.tag(tag);
            }
        }
    }

    private static void satisfaction(@Nullable JsonNode rating, Draft draft) {
        if (rating == null || rating.isNull()) {
            return;
        }
        String score = rating.isObject() ? JsonFaults.text(rating, "score") : rating.asText();
        if (score == null) {
            return;
        }
        String verdict = score.toLowerCase(Locale.ROOT);
        // "offered" and "unoffered" are no verdicts.
        if (verdict.startsWith("good")) {
            draft.put("satisfaction", "1");
        } else if (verdict.startsWith("bad")) {
            draft.put("satisfaction", "0");
        }
        draft.put("satisfaction_comment", JsonFaults.text(rating, "comment"));
        draft.attribute("satisfaction_reason", JsonFaults.text(rating, "reason"));
    }

    private static boolean repeatsATurn(String description, List<Turn> turns) {
        String wanted = essence(description);
        return turns.stream().map(turn -> essence(turn.getText())).anyMatch(wanted::equals);
    }

    /** The letters and digits of a text: plain and HTML versions of one comment differ in blanks and links only. */
    private static String essence(String text) {
        StringBuilder essence = new StringBuilder(text.length());
        HtmlText.strip(text).codePoints().filter(Character::isLetterOrDigit).forEach(essence::appendCodePoint);
        return essence.toString();
    }

    /** Words that may say how the ticket ended: tags, values of custom fields and a field of that name. */
    private static Set<String> endings(ObjectNode ticket, List<String> tags) {
        Set<String> endings = new HashSet<>(tags);
        JsonNode customFields = ticket.get("custom_fields");
        if (customFields != null && customFields.isArray()) {
            for (JsonNode field : customFields) {
                String value = JsonFaults.text(field, "value");
                if (value != null) {
                    endings.add(value);
                }
            }
        }
        String resolution = JsonFaults.text(ticket, "resolution");
        if (resolution != null) {
            endings.add(resolution);
        }
        return endings;
    }

    private static void attributes(ObjectNode ticket, Draft draft) {
        ticket.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (!NOT_ATTRIBUTES.contains(entry.getKey()) && value.isValueNode() && !value.isNull()) {
                draft.attribute(entry.getKey(), value.asText());
            }
        });
        JsonNode customFields = ticket.get("custom_fields");
        if (customFields != null && customFields.isArray()) {
            for (JsonNode field : customFields) {
                String id = JsonFaults.text(field, "id");
                if (id != null) {
                    draft.attribute("custom_field." + id, JsonFaults.text(field, "value"));
                }
            }
        }
    }

    private static @Nullable String status(@Nullable String status) {
        if (status == null) {
            return null;
        }
        String name = status.strip().toUpperCase(Locale.ROOT);
        return name.equals("HOLD") ? "ON_HOLD" : name;
    }

    private static @Nullable String channel(@Nullable String channel) {
        if (channel == null) {
            return null;
        }
        return switch (channel.toLowerCase(Locale.ROOT)) {
            case "email" -> "e-mail";
            case "voice", "phone" -> "phone";
            case "chat", "native_messaging", "messaging" -> "chat";
            default -> channel.toLowerCase(Locale.ROOT);
        };
    }
}
