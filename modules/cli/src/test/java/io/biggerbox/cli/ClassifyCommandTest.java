package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Run classify(List<String> lines) throws IOException {
        Path input = Files.write(folder.resolve("in.jsonl"), lines);
        return Run.of("classify", "--input", input.toString(), "--output", output().toString());
    }

    private Path output() {
        return folder.resolve("out.jsonl");
    }

    private List<JsonNode> results() throws IOException {
        List<JsonNode> results = new ArrayList<>();
        for (String line : Files.readAllLines(output())) {
            results.add(MAPPER.readTree(line));
        }
        return results;
    }

    @Test
    void oneLineForEachInTheSameOrder() throws IOException {
        List<String> lines = IntStream.range(0, 300)
                .mapToObj(i -> "{\"id\":" + i + ",\"text\":\"Delivery number " + i + " came late, I am angry.\"}")
                .toList();
        assertThat(classify(lines).exitCode()).isZero();
        assertThat(results())
                .extracting(line -> line.path("id").asInt())
                .isEqualTo(IntStream.range(0, 300).boxed().toList());
    }

    @Test
    void aReadingHasLanguageSentimentThemesIntentsAndRedaction() throws IOException {
        String text = "Hello. I cannot log in and I want a refund. Write to jane.doe@example.com please.";
        assertThat(classify(List.of(MAPPER.createObjectNode()
                                .put("id", "a")
                                .put("text", text)
                                .toString()))
                        .exitCode())
                .isZero();
        JsonNode line = results().get(0);
        assertThat(line.path("id").asText()).isEqualTo("a");
        assertThat(line.path("language").asText()).isEqualTo("en");
        assertThat(line.path("sentiment").path("label").asText()).isEqualTo("negative");
        assertThat(line.path("sentiment").path("score").asDouble()).isBetween(-1.0, 0.0);
        assertThat(line.path("sentiment").path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(line.path("themes")).isNotEmpty();
        String redacted = line.path("redacted").asText();
        assertThat(redacted).doesNotContain("jane.doe").contains("cannot log in");
        assertThat(line.path("themes")).allSatisfy(theme -> {
            assertThat(theme.path("polarity").asText()).isIn("negative", "neutral", "positive");
            int start = theme.path("span").path(0).asInt();
            int end = theme.path("span").path(1).asInt();
            assertThat(start).isNotNegative().isLessThan(end);
            assertThat(redacted.substring(start, end)).isNotBlank();
        });
        JsonNode login = line.path("themes").get(0);
        assertThat(redacted.substring(
                        login.path("span").path(0).asInt(),
                        login.path("span").path(1).asInt()))
                .contains("log in");
    }

    @Test
    void badLinesSayWhatIsWrongInTheirPlace() throws IOException {
        Run run = classify(List.of(
                "{\"id\":1,\"text\":\"Fine.\"}",
                "no json",
                "{\"id\":3}",
                "",
                "[1,2]",
                "{\"text\":\"no id\"}",
                "{\"id\":7,\"text\":null}",
                "{\"id\":8,\"text\":\"Fine.\"} trailing",
                "{\"id\":9,\"text\":\"\"}"));
        assertThat(run.exitCode()).isEqualTo(3);
        List<JsonNode> lines = results();
        assertThat(lines).hasSize(8);
        assertThat(lines.get(0).has("error")).isFalse();
        assertThat(lines.get(1).path("error").asText()).contains("line 2");
        assertThat(lines.get(1).path("id").isNull()).isTrue();
        assertThat(lines.get(2).path("error").asText()).contains("line 3");
        assertThat(lines.get(2).path("id").asInt()).isEqualTo(3);
        assertThat(lines.get(3).path("error").asText()).contains("line 5");
        assertThat(lines.get(4).path("error").asText()).contains("line 6");
        assertThat(lines.get(5).path("error").asText()).contains("line 7");
        assertThat(lines.get(6).path("error").asText())
                .as("more than one value")
                .contains("line 8");
        assertThat(lines.get(7).path("status").asText()).isEqualTo("empty");
        assertThat(run.err()).contains("6 lines");
    }

    @Test
    void anEmptyInputGivesAnEmptyOutput() throws IOException {
        assertThat(classify(List.of()).exitCode()).isZero();
        assertThat(output()).isEmptyFile();
    }

    @Test
    void bytesThatAreNoUtf8AreNotTheEndOfIt() throws IOException {
        Path input = folder.resolve("latin1.jsonl");
        Files.write(
                input,
                "{\"id\":1,\"text\":\"Très cher\"}\n{\"id\":2,\"text\":\"Fine.\"}\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Run run = Run.of("classify", "--input", input.toString(), "--output", output().toString());
        assertThat(run.exitCode()).isZero();
        assertThat(results()).hasSize(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Run run = Run.of("classify", "--input", folder.resolve("none.jsonl").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none.jsonl does not exist").doesNotContain("Exception");
    }

    @Test
    void aTaxonomyThatIsNoneIsSaidSo() {
        Run run = Run.of("classify", "--taxonomy", "general,nonsense");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nonsense").contains("banking");
    }

    @Test
    void readsUrgencyAndReplies() throws IOException {
        assertThat(classify(List.of(
                                "{\"id\":1,\"text\":\"Our shop is down, call me ASAP.\",\"reply\":\"Dear Mr Smith, our store"
                                        + " policy does not allow refunds.\"}",
                                "{\"id\":2,\"text\":\"Nice box.\",\"reply\":7}",
                                "{\"id\":3,\"text\":\"Nice box.\",\"reply\":null}"))
                        .exitCode())
                .isEqualTo(3);
        JsonNode first = results().get(0);
        assertThat(first.at("/urgency/level").asText()).isEqualTo("high");
        assertThat(first.at("/urgency/span/1").asInt()).isPositive();
        assertThat(first.at("/reply/acts/0/tone").asText()).isEqualTo("deflects");
        assertThat(first.at("/reply/acts/0/deflection").asText()).isEqualTo("policy");
        assertThat(first.at("/reply/redacted").asText()).startsWith("Dear Mr [name],");
        assertThat(results().get(1).path("error").asText()).contains("reply that is no text");
        assertThat(results().get(2).has("reply")).isFalse();
        assertThat(results().get(2).has("urgency")).isFalse();
    }

    @Test
    void hidesOrderNumbersOnRequest() throws IOException {
        Path input = Files.writeString(folder.resolve("in.jsonl"), "{\"id\":1,\"text\":\"Order 4711-22 is late.\"}");
        Run.of("classify", "--input", input.toString(), "--output", output().toString(), "--redact-order-numbers");
        assertThat(results().get(0).path("redacted").asText()).isEqualTo("Order [order] is late.");
    }
}
