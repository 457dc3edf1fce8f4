package io.biggerbox.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.service.monitor.Operations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What operations see of a running stack, and of one whose surroundings fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 40;

    private final Instant saidAt = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private final HttpClient client = HttpClient.newHttpClient();
    private Installation installation;
    private Operations operations;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        installation = Installation.start(directory, 2);
        operations = Operations.start(
                installation.service().subject("test"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    void stop() {
        operations.close();
        installation.close();
    }

    private String url() {
        return "http://127.0.0.1:" + operations.address().getPort();
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private CommandRun status(String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("status", "--url", url()));
        args.addAll(List.of(more));
        return CommandRun.of(args);
    }

    @Test
    @Order(1)
    void figuresAreThoseOfTheStream() {
        var reviews = installation.connection().topics().reviews();
        try (SourceSender sender = new SourceSender(installation.connection())) {
            for (int i = 0; i < EVENTS; i++) {
                sender.send(reviews, "c-" + i, Rows.review("r-" + i, 1, "c-" + i, saidAt, "Shop", Themes.BOX_TEXT, 1));
            }
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                installation.connection().client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(reviews.name(), "c".getBytes(UTF_8), new byte[] {9, 9}));
        }
        installation.awaitProcessed();

        await().atMost(PATIENCE).untilAsserted(() -> {
            String metrics = get("/metrics").body();
            assertThat(value(metrics, "biggerbox_processed_records_total{application=\"biggerbox-classify\"}"))
                    .isGreaterThanOrEqualTo(EVENTS);
            assertThat(
                            value(
                                    metrics,
                                    "biggerbox_dropped_records_total{application=\"biggerbox-classify\",reason=\"dead_letter\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "biggerbox_dead_letters_open")).isEqualTo(1);
            assertThat(value(
                            metrics, "biggerbox_lag_records{application=\"biggerbox-classify\",topic=\"voc.reviews\"}"))
                    .isZero();
            assertThat(value(
                            metrics,
                            "biggerbox_lag_arrival_seconds{application=\"biggerbox-detect\",topic=\"voc.feedback\"}"))
                    .isZero();
            assertThat(value(metrics, "biggerbox_health{probe=\"ready\"}")).isEqualTo(1);
            assertThat(value(
                            metrics,
                            "biggerbox_application_state{application=\"biggerbox-measure\",state=\"RUNNING\"}"))
                    .isEqualTo(1);
            assertThat(value(metrics, "biggerbox_record_latency_max_seconds{application=\"biggerbox-classify\"}"))
                    .isPositive();
            assertThat(metrics)
                    .contains("biggerbox_info{model=", "taxonomy=", "version=\"test\"")
                    .contains("biggerbox_restoring_records", "biggerbox_store_bytes", "biggerbox_store_entries")
                    .contains("jvm_memory_used_bytes", "kafka_stream_");
        });
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    @Test
    @Order(2)
    void statusTellsTheSameOnATerminal() throws IOException {
        CommandRun text = status();
        assertThat(text.exitCode()).as(text.out() + text.err()).isZero();
        assertThat(text.out())
                .startsWith("ready: biggerbox test, model ")
                .contains("biggerbox-classify", "RUNNING", "dead letters: 1 open of 1: voc.reviews");
        JsonNode json = new ObjectMapper().readTree(status("--json").out());
        assertThat(json.path("ready").asBoolean()).isTrue();
        assertThat(json.path("applications")
                        .path("biggerbox-detect")
                        .path("state")
                        .asText())
                .isEqualTo("RUNNING");
    }

    @Test
    @Order(3)
    void whoeverAsksWronglyIsToldSo() {
        assertThat(client.sendAsync(
                                HttpRequest.newBuilder(URI.create(url() + "/ready"))
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .isEqualTo(405);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        CommandRun nobody = CommandRun.of(List.of("status", "--url", "http://127.0.0.1:9"));
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("nothing answers at http://127.0.0.1:9");
    }

    @Test
    @Order(4)
    void anOutageIsNotReadyAndStillLive() {
        installation.registry().close();
        await().atMost(PATIENCE).until(() -> get("/ready").statusCode() == 503);
        assertThat(get("/ready").body()).contains("registry").contains("does not answer");
        assertThat(get("/live").statusCode()).isEqualTo(200);
        assertThat(status().exitCode()).isEqualTo(1);
        installation.registry().start();
        await().atMost(PATIENCE).until(() -> get("/ready").statusCode() == 200);
    }

    @Test
    @Order(5)
    void applicationsThatHaveStoppedAreNotLive() {
        installation.stopService();
        await().atMost(PATIENCE).until(() -> get("/live").statusCode() == 503);
        assertThat(get("/live").body()).contains("has stopped for good");
    }
}
