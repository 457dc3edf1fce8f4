package io.biggerbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.events.Author;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The comments of a Zendesk ticket as turns. */
final class ZendeskComments {

    private static final String MACRO = "AgentMacroReference";

    private final TimeParser times;

    ZendeskComments(TimeParser times) {
        this.times = times;
    }

    void addTo(Draft draft, ObjectNode ticket, Instant created) {
        JsonNode comments = JsonFaults.array(ticket, "comments");
        if (comments == null) {
            return;
        }
        String requester = JsonFaults.text(ticket, "requester_id");
        Set<String> copied = copied(ticket);
        Set<String> canned = cannedIds(ticket);
        for (JsonNode comment : comments) {
            String text = text(comment);
            if (text == null) {
                continue;
            }
            String at = JsonFaults.text(comment, "created_at");
            JsonNode isPublic = comment.get("public");
            draft.turn(
                    author(JsonFaults.text(comment, "author_id"), requester, copied),
                    isPublic == null || isPublic.asBoolean(true),
                    at == null ? created : times.parse("comments.created_at", at),
                    text,
                    isCanned(comment, canned));
        }
    }

    /** The richest version there is; tags are stripped from HTML. */
    private static @Nullable String text(JsonNode comment) {
        String html = JsonFaults.text(comment, "html_body");
        if (html != null) {
            return Texts.blankToNull(HtmlText.strip(html));
        }
        String plain = JsonFaults.text(comment, "plain_body");
        String body = plain == null ? JsonFaults.text(comment, "body") : plain;
        // Plain bodies still carry entities such as &nbsp;.
        return body == null ? null : Texts.blankToNull(HtmlText.strip(body));
    }

    private static Author author(@Nullable String author, @Nullable String requester, Set<String> copied) {
        if (author == null) {
            return Author.UNKNOWN;
        }
        if (author.equals(requester)) {
            return Author.CUSTOMER;
        }
        if (author.equals("-1")) {
            return Author.SYSTEM;
        }
        // People in copy are colleagues of either side; the export does not say which.
        return copied.contains(author) ? Author.UNKNOWN : Author.VENDOR;
    }

    private static Set<String> copied(ObjectNode ticket) {
        Set<String> ids = new HashSet<>();
        for (String list : new String[] {"collaborator_ids", "email_cc_ids"}) {
            JsonNode node = ticket.get(list);
            if (node != null && node.isArray()) {
                node.forEach(id -> ids.add(id.asText()));
            }
        }
        String assignee = JsonFaults.text(ticket, "assignee_id");
        if (assignee != null) {
            ids.remove(assignee);
        }
        return ids;
    }

    /** Ids of audits that applied a macro, and of the comments made in them. */
    private static Set<String> cannedIds(ObjectNode ticket) {
        Set<String> ids = new HashSet<>();
        JsonNode audits = ticket.get("audits");
        if (audits == null || !audits.isArray()) {
            return ids;
        }
        for (JsonNode audit : audits) {
            if (!hasMacro(audit.get("events"))) {
                continue;
            }
            String id = JsonFaults.text(audit, "id");
            if (id != null) {
                ids.add("audit " + id);
            }
            for (JsonNode event : audit.get("events")) {
                String eventId = JsonFaults.text(event, "id");
                if ("Comment".equals(JsonFaults.text(event, "type")) && eventId != null) {
                    ids.add("comment " + eventId);
                }
            }
        }
        return ids;
    }

    private static boolean isCanned(JsonNode comment, Set<String> canned) {
        return canned.contains("audit " + JsonFaults.text(comment, "audit_id"))
                || canned.contains("comment " + JsonFaults.text(comment, "id"))
                || hasMacro(comment.get("events"));
    }

    private static boolean hasMacro(@Nullable JsonNode events) {
        if (events == null || !events.isArray()) {
            return false;
        }
        for (JsonNode event : events) {
            if (MACRO.equals(JsonFaults.text(event, "type"))) {
                return true;
            }
        }
        return false;
    }
}
