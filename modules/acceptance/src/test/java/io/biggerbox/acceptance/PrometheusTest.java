package io.biggerbox.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Monitoring;
import io.biggerbox.acceptance.support.Prometheus;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Review;
import io.biggerbox.service.monitor.Operations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes a running stack through which something of everything has been played: what the shipped rules
 * and the dashboard ask for is there, and {@code biggerbox status} tells the same.
 */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WEEKS = 12;
    private static final String UNNAMED = "The staff was terribly rude to me. I am very disappointed.";

    private Path directory;
    private Installation installation;
    private Operations operations;
    private Prometheus prometheus;

    @BeforeAll
    void start(@TempDir Path temp) throws IOException {
        directory = temp;
        installation = Installation.start(directory, 2);
        operations = Operations.start(
                installation.service().subject("test"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        prometheus = Prometheus.start(directory, Monitoring.RULES, "127.0.0.1:" + port());
        // Counters must be seen before the load, or nobody knows that they have risen.
        await().atMost(PATIENCE)
                .until(() -> prometheus.isReady()
                        && prometheus.query("biggerbox_pain_sentences_total").size() == 1);
        load();
        installation.awaitProcessed();
    }

    private int port() {
        return operations.address().getPort();
    }

    /** Chronic complaints, edits and repetitions, pain that no theme claims, a late complaint, and one record that is none. */
    private void load() {
        Rows rows = new Rows("m", 1);
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(WEEKS * 7L + 5, ChronoUnit.DAYS);
        for (int day = 0; day < WEEKS * 7; day++) {
            Instant start = first.plus(day, ChronoUnit.DAYS);
            rows.onDay(start, 2, "Shop", Themes.BOX_TEXT, 2).onDay(start, 1, "Shop", UNNAMED, 2);
        }
        List<Review> reviews = rows.inOrderOfTime().reviews();
        var topic = installation.connection().topics().reviews();
        try (SourceSender sender = new SourceSender(installation.connection())) {
            reviews.forEach(sender::accept);
            sender.flush();
            // late is only what comes when time has passed
            await().atMost(PATIENCE).until(() -> !installation.topics().alerts().isEmpty());
            sender.accept(
                    Rows.review("late", 1, "c-late", first.minus(200, ChronoUnit.DAYS), "Shop", Themes.BOX_TEXT, 1));
            sender.accept(reviews.get(0));
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                installation.connection().client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic.name(), "c".getBytes(UTF_8), new byte[] {9, 9}));
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (prometheus != null) {
            prometheus.close();
        }
        if (operations != null) {
            operations.close();
        }
        installation.close();
    }

    @Test
    void promtoolFindsNothingWrong() throws IOException, InterruptedException {
        for (Prometheus.Tool tool : List.of(
                Prometheus.promtool(directory, "check", "config", Monitoring.CONFIG.toString()),
                Prometheus.promtool(directory, "check", "rules", Monitoring.RULES.toString()),
                Prometheus.promtool(directory, "test", "rules", Monitoring.RULE_TESTS.toString()))) {
            assertThat(tool.exitCode()).as(tool.output()).isZero();
        }
    }

    @Test
    void metricsSayWhatTheyAre() {
        List<String> ours = new ArrayList<>();
        prometheus.metadata().properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode told = entry.getValue().get(0);
            if (name.startsWith("biggerbox_")) {
                ours.add(name);
                assertThat(told.path("help").asText()).as(name).isNotBlank();
                assertThat(told.path("type").asText().equals("counter"))
                        .as(name + " is a " + told.path("type").asText())
                        .isEqualTo(name.endsWith("_total"));
            }
        });
        assertThat(ours).hasSizeGreaterThan(20);
    }

    @Test
    void rulesAreEvaluated() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> unwell = new ArrayList<>();
            int rules = 0;
            for (JsonNode group : prometheus.rules()) {
                for (JsonNode rule : group.path("rules")) {
                    rules++;
                    if (!rule.path("health").asText().equals("ok")) {
                        unwell.add(rule.path("name").asText() + ": "
                                + rule.path("lastError").asText());
                    }
                }
            }
            assertThat(rules).isGreaterThan(20);
            assertThat(unwell).isEmpty();
        });
    }

    @Test
    void everyMetricOfTheRulesExists() {
        Set<String> used = new TreeSet<>();
        for (JsonNode group : prometheus.rules()) {
            for (JsonNode rule : group.path("rules")) {
                used.addAll(Monitoring.metrics(rule.path("query").asText()));
                if (rule.path("type").asText().equals("recording")) {
                    used.add(rule.path("name").asText());
                }
            }
        }
        assertThat(used).contains("up", "biggerbox_lag_event_seconds", "biggerbox:unlabelled_pain:ratio1h");
        awaitSeries(used);
    }

    @Test
    void everyMetricOfTheDashboardExistsAndEveryPanelShowsSomething() {
        Set<String> used = new TreeSet<>();
        Monitoring.panels().forEach(panel -> Monitoring.expressions(panel)
                .forEach(expression -> used.addAll(Monitoring.metrics(expression))));
        assertThat(used).contains("biggerbox_alerts", "jvm_memory_used_bytes");
        awaitSeries(used);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Monitoring.panels())
                .allSatisfy(panel -> assertThat(Monitoring.expressions(panel))
                        .allSatisfy(expression -> assertThat(prometheus.query(expression))
                                .as(expression)
                                .isNotEmpty())));
    }

    private void awaitSeries(Set<String> metrics) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(metrics.stream()
                        .filter(metric -> prometheus.query(metric).isEmpty())
                        .toList())
                .as("metrics of which there is no series")
                .isEmpty());
    }

    @Test
    void statusTellsTheSame() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = status();
            assertThat(prometheus.value("biggerbox_health{probe=\"ready\"}"))
                    .isEqualTo(status.path("ready").asBoolean() ? 1 : 0);
            same("biggerbox_dead_letters_open", status.path("openDeadLetters"), 1);
            same(
                    "biggerbox_alert_latency_seconds_count",
                    status.path("alertLatency").path("count"),
                    1);
            same("biggerbox_pain_sentences_total", status.path("pain").path("sentences"), WEEKS * 7);
            same(
                    "biggerbox_unlabelled_pain_sentences_total",
                    status.path("pain").path("unlabelled"),
                    WEEKS * 7);
            same("sum(biggerbox_alerts)", sum(status.path("alerts"), "count"), 1);
            status.path("applications").properties().forEach(entry -> {
                String id = "{application=\"" + entry.getKey() + "\"}";
                JsonNode application = entry.getValue();
                same("biggerbox_processed_records_total" + id, application.path("processed"), WEEKS * 7 * 3);
                same("sum(biggerbox_dropped_records_total" + id + ")", sum(application.path("dropped"), ""), 0);
                same("biggerbox_late_records_total" + id, application.path("late"), 0);
                same("biggerbox_restoring_records" + id, application.path("restoring"), 0);
            });
            JsonNode applications = status.path("applications");
            JsonNode dropped = applications.path("biggerbox-classify").path("dropped");
            assertThat(dropped.path("dead_letter").asInt()).isEqualTo(1);
            assertThat(dropped.path("repeated").asInt()).isEqualTo(1);
            assertThat(applications.path("biggerbox-detect").path("late").asInt())
                    .isEqualTo(1);
            assertThat(prometheus.value("count(biggerbox_taxonomy_in_force{taxonomy=\""
                            + status.path("taxonomy").asText() + "\"})"))
                    .as("classify and detect work with the taxonomy that was published")
                    .isEqualTo(2);
        });
        assertThat(CommandRun.of(List.of("status", "--url", "http://127.0.0.1:" + port()))
                        .out())
                .contains("event to alert: median", "pain without a theme: ", "dead letter 1", "repeated 1")
                .contains("brokers answer, registry answers");
    }

    private JsonNode status() throws IOException {
        CommandRun run = CommandRun.of(List.of("status", "--json", "--url", "http://127.0.0.1:" + port()));
        return new ObjectMapper().readTree(run.out());
    }

    /** Both tell the same number, and it is not one that stands there when nothing is counted. */
    private void same(String expression, JsonNode told, int atLeast) {
        same(expression, told.asDouble(), atLeast);
    }

    private void same(String expression, double told, int atLeast) {
        assertThat(prometheus.value(expression)).as(expression).isEqualTo(told).isGreaterThanOrEqualTo(atLeast);
    }

    private static double sum(JsonNode nodes, String field) {
        double sum = 0;
        for (JsonNode node : nodes) {
            sum += (field.isEmpty() ? node : node.path(field)).asDouble();
        }
        return sum;
    }
}
