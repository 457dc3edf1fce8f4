package io.biggerbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.events.Review;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    @Test
    void namesOfTheSchemaTimesInIsoAndNoWrappers() throws IOException {
        Review review = Review.newBuilder()
                .setSource("test")
                .setSourceId("1\u001b[2J")
                .setRevision(7)
                .setProduct("Shop")
                .setCustomerId("c")
                .setWrittenAt(Instant.parse("2026-03-01T09:30:00Z"))
                .setRating(4.5)
                .setAttributes(Map.of("a", "b"))
                .build();
        String line = RecordJson.line(review);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line).doesNotContain("\n").doesNotContain("\u001b");
        assertThat(json.path("source_id").asText()).isEqualTo("1\u001b[2J");
        assertThat(json.path("revision").asLong()).isEqualTo(7);
        assertThat(json.path("written_at").asText()).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(json.path("rating").asDouble()).isEqualTo(4.5);
        assertThat(json.path("title").isNull()).isTrue();
        assertThat(json.path("attributes").path("a").asText()).isEqualTo("b");
    }
}
