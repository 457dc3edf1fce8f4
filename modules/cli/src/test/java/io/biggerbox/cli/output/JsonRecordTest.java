package io.biggerbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.events.Author;
import io.biggerbox.events.Review;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.events.Turn;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRecordTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Ticket ticket() {
        return Ticket.newBuilder()
                .setSource("test")
                .setSourceId("1")
                .setRevision(7)
                .setProduct("Shop")
                .setCustomerId("c")
                .setWrittenAt(Instant.parse("2026-03-01T09:30:00Z"))
                .setSubject("Box")
                .setDescription("The box was too small.")
                .setStatus(TicketStatus.SOLVED)
                .setSatisfaction(0.5)
                .setTurns(List.of(Turn.newBuilder()
                        .setAuthor(Author.VENDOR)
                        .setAt(Instant.parse("2026-03-01T10:30:00Z"))
                        .setText("Sorry!")
                        .build()))
                .setTags(List.of("a", "b"))
                .setAttributes(Map.of("k", "v"))
                .build();
    }

    private static JsonNode json(Object record) throws IOException {
        return MAPPER.readTree(RecordJson.line((org.apache.avro.specific.SpecificRecord) record));
    }

    @Test
    void whatIsPrintedIsReadBack() throws IOException {
        assertThat(JsonRecord.read(Ticket.getClassSchema(), json(ticket()))).isEqualTo(ticket());
    }

    @Test
    void whatIsLeftOutGetsItsDefault() throws IOException {
        JsonNode json = MAPPER.readTree(
                "{\"source\":\"s\",\"source_id\":\"1\",\"product\":\"p\",\"customer_id\":\"c\",\"written_at\":\"2026-03-01T09:30:00Z\"}");
        Review review = (Review) JsonRecord.read(Review.getClassSchema(), json);
        assertThat(review.getRating()).isNull();
        assertThat(review.getAttributes()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedWithARemedy() throws IOException {
        refused("revision", MAPPER.getNodeFactory().textNode("x"), "revision must be a whole number, and is \"x\"");
        refused("written_at", MAPPER.getNodeFactory().numberNode(5), "written_at must be a time such as");
        refused("status", MAPPER.getNodeFactory().textNode("LOST"), "status must be one of [");
        refused("tags", MAPPER.readTree("[\"a\",3]"), "tags[1] must be text, and is 3");
        refused("turns", MAPPER.readTree("[{\"author\":\"VENDOR\"}]"), "turns[0].");
        refused("colour", MAPPER.getNodeFactory().textNode("red"), "colour is no field of Ticket; use one of [");
        ObjectNode without = (ObjectNode) json(ticket());
        without.remove("customer_id");
        assertThatThrownBy(() -> JsonRecord.read(Ticket.getClassSchema(), without))
                .hasMessageContaining("customer_id is missing and has no default");
        assertThatThrownBy(() -> JsonRecord.read(Ticket.getClassSchema(), MAPPER.readTree("[]")))
                .hasMessageContaining("the value must be an object");
    }

    private static void refused(String field, JsonNode value, String message) throws IOException {
        ObjectNode json = (ObjectNode) json(ticket());
        json.set(field, value);
        assertThatThrownBy(() -> JsonRecord.read(Ticket.getClassSchema(), json))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(message);
    }
}
