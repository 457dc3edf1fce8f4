package io.biggerbox.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":2}]",
                "{\"tickets\":[{\"id\":1},{\"id\":2}]}",
                "{\"count\":2,\"users\":[{\"id\":9}],\"tickets\" : [ {\"id\":1} , {\"id\":2} ],\"next\":{\"a\":[1,\"]}\"]}}",
                "{\"id\":1}\n{\"id\":2}\n",
                "{\"tickets\":[{\"id\":1}],\"after\":null}\n{\"tickets\":[{\"id\":2}],\"after\":null}\n",
                "{\n \"tickets\": [\n  {\n   \"id\": 1\n  },\n  {\"id\": 2}\n ]\n}\n"
            })
    void findsTheRecordsHoweverTheyAreWrapped(String json) {
        assertThat(ids(rows(json, 1000))).containsExactly("1", "2");
    }

    @Test
    void bracketsAndQuotesInsideTextsAreText() {
        List<ReadRow<ObjectNode>> rows =
                rows("[{\"id\":1,\"t\":\"a } ] \\\" { \\\\\"},{\"id\":2,\"tickets\":[{\"id\":3}]}]", 1000);

        assertThat(ids(rows)).containsExactly("1", "2");
    }

    @Test
    void damageStaysInItsRecord() {
        List<ReadRow<ObjectNode>> rows =
                rows("[\n{\"id\":1},\n{\"id\" 2},\n{\"id\":3,\"t\":\"open\n},\nrubbish,\n7,\n{\"id\":4}\n]", 1000);

        assertThat(ids(rows)).containsExactly("1", "3: broken", "4: broken", "6: broken", "7: broken", "4");
    }

    @Test
    void aRecordCutByTheEndOfTheFileIsReported() {
        assertThat(ids(rows("[{\"id\":1},{\"id\":2,\"t\":[", 1000))).containsExactly("1", "1: broken");
    }

    @Test
    void aRecordBeyondTheLimitIsRejectedAndTheNextOneRead() {
        List<ReadRow<ObjectNode>> rows = rows("[{\"t\":\"" + "x".repeat(2000) + "\"},{\"id\":2}]", 1000);

        assertThat(ids(rows)).containsExactly("1: broken", "2");
    }

    @Test
    void nestingWithoutEndIsDamageNotACrash() {
        List<ReadRow<ObjectNode>> rows =
                rows("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}\n{\"id\":2}\n", 100_000);

        assertThat(ids(rows)).containsExactly("1: broken", "2");
    }

    private static List<String> ids(List<ReadRow<ObjectNode>> rows) {
        return rows.stream()
                .map(row -> row instanceof ReadRow.Intact<ObjectNode> intact
                        ? intact.content().path("id").asText()
                        : row.line() + ": broken")
                .toList();
    }

    private static List<ReadRow<ObjectNode>> rows(String json, int limit) {
        List<ReadRow<ObjectNode>> all = new ArrayList<>();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (JsonDocument document = new JsonDocument(new ByteArrayInputStream(bytes), "tickets", limit)) {
            for (ReadRow<ObjectNode> row = document.next(); row != null; row = document.next()) {
                all.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
