package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.service.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Starting over doubles nothing, state that does not fit is refused, and what is removed is ours alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeCycleTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STRANGER = "voc.alerts-archive";

    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(75, ChronoUnit.DAYS);
    private final Rows rows = new Rows("s", 4);
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
        for (int day = 0; day < 63; day++) {
            rows.onDay(first.plus(day, ChronoUnit.DAYS), 2, "Shop", Themes.BOX_TEXT, 1);
        }
        send(rows.inOrderOfTime().reviews());
        installation.awaitProcessed();
        await().atMost(PATIENCE)
                .until(() -> !installation.topics().alertRevisions().isEmpty());
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private void send(List<Review> reviews) {
        try (SourceSender sender = new SourceSender(installation.connection())) {
            reviews.forEach(sender::accept);
            sender.flush();
        }
    }

    private Admin admin() {
        return Admin.create(installation.connection().client());
    }

    private CommandRun run(String... args) {
        CommandRun run = installation.run(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    /** What a row says, without when and how often it was written: that depends on what travelled together. */
    private static Map<String, ThemeStats> contents(Map<String, ThemeStats> rows) {
        Map<String, ThemeStats> contents = new TreeMap<>();
        rows.forEach((key, row) -> contents.put(
                key,
                ThemeStats.newBuilder(row)
                        .setRevision(0)
                        .setUpdatedAt(Instant.EPOCH)
                        .build()));
        return contents;
    }

    @Test
    @Order(1)
    void nobodyStartsOverBesideRunningApplications() {
        for (String command : List.of("reset", "clean")) {
            CommandRun refused = installation.run(command, "--yes");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("biggerbox-classify, biggerbox-detect")
                    .contains("stop all instances");
        }
        CommandRun unsure = installation.run("reset");
        assertThat(unsure.exitCode()).isEqualTo(2);
        assertThat(unsure.err()).contains("--yes");
    }

    @Test
    @Order(2)
    void afterAResetTheSameStandsOnTheTopicsAndNoAlertIsRaisedAgain() {
        installation.awaitProcessed();
        var before = installation.topics().themeStats();
        List<ProcessChangeAlert> alerts = installation.topics().alertRevisions();
        long readings = installation.topics().feedback().size();
        installation.stopService();

        JsonNode plan = run("reset", "--dry-run", "--json").json().get(0);
        assertThat(plan.path("inputs").asInt()).isEqualTo(rows.reviews().size());
        assertThat(installation.topics().feedback()).hasSize((int) readings);
        assertThat(run("reset", "--yes").out())
                .contains("Will be read again: " + rows.reviews().size());
        assertThat(installation.topics().feedback()).isEmpty();

        installation.startService();
        installation.awaitProcessed();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(contents(installation.topics().themeStats())).isEqualTo(contents(before)));
        assertThat(installation.topics().themeStats()).allSatisfy((key, row) -> assertThat(row.getRevision())
                .as(key)
                .isGreaterThan(before.get(key).getRevision()));
        assertThat(installation.topics().feedback())
                .extracting(Feedback::getFeedbackId)
                .hasSize((int) readings)
                .doesNotHaveDuplicates();
        assertThat(installation.topics().alertRevisions()).isEqualTo(alerts);
        assertThat(installation.topics().deadLetters()).isEmpty();
    }

    @Test
    @Order(3)
    void whatHappensAfterAResetIsToldWithRevisionsThatGoOn() {
        ProcessChangeAlert alert =
                installation.topics().alerts().values().iterator().next();
        run("ack", alert.getAlertId());
        await().atMost(PATIENCE).untilAsserted(() -> {
            ProcessChangeAlert now = installation.topics().alerts().get(alert.getAlertId());
            assertThat(now.getActor()).isNotNull();
            assertThat(now.getRevision()).isEqualTo(alert.getRevision() + 1);
        });
    }

    @Test
    @Order(4)
    void stateThatDoesNotFitIsRefusedBeforeAnythingStarts() throws ExecutionException, InterruptedException {
        installation.stopService();
        String orphan = "biggerbox-measure-old-store-changelog";
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(orphan, 2, (short) 1)))
                    .all()
                    .get();
            assertThatThrownBy(installation::startService)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(orphan)
                    .hasMessageContaining("biggerbox reset");
            admin.deleteTopics(List.of(orphan)).all().get();

            note("biggerbox-detect", "detection=p1");
            assertThatThrownBy(installation::startService)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("stores of biggerbox-detect hold detection in another format");

            admin.deleteTopics(List.of("biggerbox-detect-customers-changelog"))
                    .all()
                    .get();
            assertThatThrownBy(installation::startService)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the store customers of biggerbox-detect is new");

            admin.createTopics(List.of(new NewTopic("biggerbox-detect-customers-changelog", 5, (short) 1)))
                    .all()
                    .get();
            assertThatThrownBy(installation::startService)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("the store customers of biggerbox-detect has 5 partitions")
                    .hasMessageContaining("has 2");
        }
        var before = installation.topics().alertRevisions();
        run("reset", "--yes");
        installation.startService();
        installation.awaitProcessed();
        assertThat(installation.topics().alertRevisions()).isEqualTo(before);
    }

    private void note(String application, String formats) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                installation.connection().client(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("biggerbox-state", application, formats))
                    .get();
        }
    }

    @Test
    @Order(5)
    void cleaningRemovesAllOfOursAndNothingElse() throws Exception {
        installation.stopService();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(STRANGER, 1, (short) 1)))
                    .all()
                    .get();
            CommandRun list = run("clean", "--dry-run");
            assertThat(list.out())
                    .contains("topic    voc.reviews\n")
                    .contains("topic    voc.alerts.packaging\n")
                    .contains("topic    biggerbox-state\n")
                    .contains("group    biggerbox-detect\n")
                    .contains("subject  voc.reviews-value\n")
                    .doesNotContain(STRANGER);
            assertThat(admin.listTopics().names().get()).contains("voc.reviews");
            assertThat(installation.run("clean").exitCode()).isEqualTo(2);

            run("clean", "--yes");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(admin.listTopics().names().get())
                            .containsExactlyInAnyOrder(STRANGER, "_schemas"));
            assertThat(admin.listGroups().all().get()).isEmpty();
            assertThat(run("clean", "--yes").out()).contains("There is nothing of Bigger Box.");
        }
        assertThat(Files.exists(installation.state())).isTrue();
    }
}
