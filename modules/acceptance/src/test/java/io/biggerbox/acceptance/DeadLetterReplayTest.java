package io.biggerbox.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A dead letter is looked at, mended and replayed, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLetterReplayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Instant saidAt = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private void send(String key, Review review) {
        var topic = installation.connection().topics().reviews();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                installation.connection().client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = topic.valueSerde().serializer().serialize(topic.name(), review);
            var unused = producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
        }
    }

    private List<JsonNode> open() {
        CommandRun run = installation.run("dead-letters", "list", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private String letterAbout(String reason) {
        await().atMost(PATIENCE).until(() -> open().stream()
                .anyMatch(letter -> letter.path("reason").asText().contains(reason)));
        return open().stream()
                .filter(letter -> letter.path("reason").asText().contains(reason))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private CommandRun deadLetters(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "dead-letters";
        System.arraycopy(args, 0, all, 1, args.length);
        CommandRun run = installation.run(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private long read(String sourceId) {
        return installation.topics().feedback().stream()
                .map(Feedback::getFeedbackId)
                .filter(id -> id.endsWith(sourceId))
                .count();
    }

    @Test
    void aMendedValueIsReadOnceHoweverOftenItIsReplayed(@TempDir Path folder) throws IOException {
        send("c-1", Rows.review("high", 1, "c-1", saidAt, "Shop", Themes.BOX_TEXT, 17));
        String id = letterAbout("is 17.0");
        Path file = folder.resolve("mend.json");

        CommandRun shown = deadLetters("show", id, "--value-to", file.toString());
        assertThat(shown.out()).contains("voc.reviews-").contains("remedy").contains("classify");
        String value = Files.readString(file);
        assertThat(value).contains("17.0");

        CommandRun broken = installation.run(
                "dead-letters", "replay", id, "--value", folder.resolve("none").toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        Files.writeString(file, value.replace("17.0", "\"low\""));
        CommandRun refused = installation.run("dead-letters", "replay", id, "--value", file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("rating must be a number, and is \"low\"");

        Files.writeString(file, value.replace("17.0", "1.0"));
        assertThat(deadLetters("replay", id, "--value", file.toString(), "--dry-run")
                        .out())
                .contains("would replay " + id);
        assertThat(deadLetters("replay", id, "--value", file.toString()).out()).contains("1 dead letters replayed");
        await().atMost(PATIENCE).until(() -> read("high") == 1);
        assertThat(deadLetters("replay", id, "--value", file.toString()).out()).contains("0 dead letters replayed");
        assertThat(open()).noneMatch(letter -> letter.path("id").asText().equals(id));
        installation.awaitProcessed();
        assertThat(read("high")).isEqualTo(1);
        assertThat(deadLetters("list", "--all").out()).contains("[replayed]");
    }

    @Test
    void aReplayedRecordThatFailsAgainIsANewLetterThatKnowsTheOldOne() {
        send("nobody", Rows.review("key", 1, "c-2", saidAt, "Shop", Themes.BOX_TEXT, 1));
        String id = letterAbout("key is not the customer_id");
        deadLetters("replay", id);
        await().atMost(PATIENCE).until(() -> open().stream()
                .anyMatch(letter -> letter.path("reason").asText().contains("key is not the customer_id")
                        && !letter.path("id").asText().equals(id)));
        String again = letterAbout("key is not the customer_id");
        assertThat(again).isNotEqualTo(id);
        deadLetters("replay", again, "--key", "c-2");
        await().atMost(PATIENCE).until(() -> read("key") == 1);
    }

    @Test
    void lettersAreDismissedByReason() {
        send("c-3", Rows.review("low", 1, "c-3", saidAt, "Shop", Themes.BOX_TEXT, -250));
        letterAbout("-250");
        assertThat(deadLetters("dismiss", "--all", "--reason", "-250").out()).contains("1 dead letters dismissed");
        assertThat(open()).noneMatch(letter -> letter.path("reason").asText().contains("-250"));
        CommandRun none = installation.run("dead-letters", "dismiss");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("name dead letters by their numbers");
        assertThat(installation.run("dead-letters", "show", "987654").err()).contains("there is no dead letter 987654");
    }
}
