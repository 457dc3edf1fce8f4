package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.acceptance.support.AvroTree;
import io.biggerbox.acceptance.support.Everything;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Tool;
import io.biggerbox.events.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clients that this project did not write read every public topic, and read what our own serdes read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicTopicsTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<? extends ConsumerRecord<?, ?>>> records = new TreeMap<>();
    private Installation installation;
    private Path directory;

    @BeforeAll
    void fillEveryTopic(@TempDir Path temp) {
        directory = temp;
        installation = Installation.start(temp, 2);
        for (Topic<?, ?> topic : Everything.publish(installation)) {
            records.put(topic.name(), installation.topics().records(topic));
        }
        assertThat(records)
                .allSatisfy((topic, ofTopic) -> assertThat(ofTopic).as(topic).isNotEmpty());
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    /** Flink's format for Avro with Confluent's registry, as a job would use it, in a JVM without anything of ours. */
    @Test
    void flinkReadsWhatWeRead() throws IOException, InterruptedException {
        List<JsonNode> expected = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Topic<?, ?> topic : installation.connection().topics().all()) {
            if (topic.name().equals("voc.dead-letters")) {
                continue;
            }
            Topic<byte[], byte[]> raw = new Topic<>(topic.spec(), Serdes.ByteArray(), Serdes.ByteArray());
            installation.topics().records(raw).stream()
                    .filter(record -> record.value() != null)
                    .forEach(record ->
                            lines.add(topic.name() + " " + Base64.getEncoder().encodeToString(record.value())));
            records.get(topic.name()).stream()
                    .filter(record -> record.value() != null)
                    .forEach(record -> expected.add(AvroTree.of((SpecificRecord) record.value())));
        }

        String printed = new Tool(directory, PATIENCE)
                .run(
                        Files.write(directory.resolve("records.txt"), lines),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                MODULE.resolve("target/flink") + "/*",
                                MODULE.resolve("src/test/flink/ContractReader.java")
                                        .toString(),
                                installation.registryUrl()));

        assertThat(printed.lines().map(this::parse).map(AvroTree::of)).containsExactlyElementsOf(expected);
    }

    /** KafkaJS and its registry client, which read topics, keys and headers by themselves. */
    @Test
    @Tag("system")
    void kafkaJsReadsWhatWeRead() throws IOException, InterruptedException {
        Path program = Files.createDirectories(directory.resolve("js"));
        try (Stream<Path> sources = Files.list(MODULE.resolve("src/test/js"))) {
            for (Path source : sources.toList()) {
                Files.copy(source, program.resolve(source.getFileName()));
            }
        }
        Tool tool = new Tool(program, PATIENCE);
        tool.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        List<String> command = new ArrayList<>(List.of(
                "node", "contract-reader.js", installation.broker().bootstrapServers(), installation.registryUrl()));
        records.forEach((topic, ofTopic) ->
                command.add((topic.equals("voc.dead-letters") ? "raw:" : "") + topic + "=" + ofTopic.size()));

        String printed = tool.run(command.toArray(String[]::new));

        Map<String, JsonNode> expected = records.values().stream()
                .flatMap(List::stream)
                .map(this::asJson)
                .collect(Collectors.toMap(PublicTopicsTest::place, line -> line));
        Map<String, JsonNode> read = printed.lines()
                .map(this::parse)
                .map(AvroTree::of)
                .collect(Collectors.toMap(PublicTopicsTest::place, line -> line));
        assertThat(read).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(read.values())
                .filteredOn(line -> line.path("topic").asText().equals("voc.alerts"))
                .allSatisfy(PublicTopicsTest::assertIsCloudEvent);
    }

    private static void assertIsCloudEvent(JsonNode line) {
        JsonNode headers = line.path("headers");
        JsonNode alert = line.path("value");
        assertThat(headers.path("ce_specversion").asText()).isEqualTo("1.0");
        assertThat(headers.path("ce_type").asText())
                .startsWith("io.biggerbox.alert.")
                .endsWith(".v1");
        assertThat(headers.path("ce_source").asText()).isEqualTo("/voc/detect");
        assertThat(headers.path("ce_id").asText())
                .isEqualTo(alert.path("alert_id").asText() + "-"
                        + alert.path("revision").asLong());
        assertThat(headers.path("ce_subject").asText())
                .isEqualTo(alert.path("theme").asText());
        assertThat(headers.path("content-type").asText()).isEqualTo("application/vnd.confluent.avro");
    }

    /** What contract-reader.js prints of a record. */
    private JsonNode asJson(ConsumerRecord<?, ?> record) {
        ObjectNode line = mapper.createObjectNode();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", String.valueOf(record.offset()));
        line.put("key", record.key() instanceof byte[] bytes ? utf8(bytes) : (String) record.key());
        ObjectNode headers = line.putObject("headers");
        record.headers().forEach(header -> headers.put(header.key(), utf8(header.value())));
        if (record.value() instanceof byte[] bytes) {
            line.put("value", Base64.getEncoder().encodeToString(bytes));
        } else {
            line.set("value", AvroTree.of((SpecificRecord) record.value()));
        }
        return AvroTree.of(line);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String place(JsonNode line) {
        return line.path("topic").asText() + "-" + line.path("partition").asInt() + "@"
                + line.path("offset").asText();
    }

    private JsonNode parse(String line) {
        try {
            return mapper.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }
}
