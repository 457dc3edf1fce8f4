package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The registry goes away and comes back: nothing is lost, and nothing good is a dead letter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistryOutageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(9, ChronoUnit.DAYS);
    private final Rows rows = new Rows("o", 2);
    private Installation installation;
    private SourceSender sender;
    private int sent;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
        sender = new SourceSender(installation.connection());
    }

    @AfterAll
    void stop() {
        sender.close();
        installation.close();
    }

    private void send(int day) {
        rows.onDay(first.plus(day, ChronoUnit.DAYS), 20, "Shop", Themes.BOX_TEXT, 1);
        rows.reviews().subList(sent, rows.reviews().size()).forEach(sender::accept);
        sender.flush();
        sent = rows.reviews().size();
    }

    private void awaitCounted() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        installation.topics().themeStats().values())
                .filteredOn(row -> row.getGrain().name().equals("DAY"))
                .extracting(row -> row.getNegativeMentions())
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(sent)));
    }

    @Test
    @Order(1)
    void whatHasBeenSeenOnceNeedsNoRegistry() {
        send(0);
        awaitCounted();

        installation.registry().close();
        send(1);
        awaitCounted();

        assertThat(installation.service().states().values()).containsOnly(KafkaStreams.State.RUNNING);
        installation.registry().start();
        assertThat(installation.topics().deadLetters()).isEmpty();
    }

    @Test
    @Order(2)
    void aServiceThatStartsBeforeTheRegistryWaitsForIt() {
        installation.stopService();
        installation.registry().close();
        send(2);

        CompletableFuture<Void> starting = CompletableFuture.runAsync(installation::startService);
        await("the service waits instead of giving up")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !starting.isDone());
        installation.registry().start();

        await().atMost(PATIENCE).until(starting::isDone);
        assertThat(starting).isCompleted();
        awaitCounted();
        assertThat(installation.topics().deadLetters()).isEmpty();
    }
}
