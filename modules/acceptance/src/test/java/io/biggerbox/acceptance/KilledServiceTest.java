package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.ChildProcess;
import io.biggerbox.acceptance.support.Installation.Connections;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.acceptance.support.Topics;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Feedback;
import io.biggerbox.text.FastReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of the work: after the next start everything is counted exactly once. */
class KilledServiceTest {

    private static final Duration TIME_TO_START = Duration.ofMinutes(4);
    private static final Duration TIME_TO_COUNT = Duration.ofMinutes(4);
    private static final int DAYS = 30;
    private static final int A_DAY = 100;

    private final int port = freePort();
    private final int registryPort = freePort();
    private final Rows rows = new Rows("k", 9);

    private ChildProcess up(Path directory, Path taxonomy, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "up",
                "--data",
                directory.resolve("data").toString(),
                "--port",
                String.valueOf(port),
                "--registry-port",
                String.valueOf(registryPort),
                "--taxonomy",
                taxonomy.toString()));
        args.addAll(List.of(more));
        ChildProcess child = ChildProcess.start(directory, args.toArray(String[]::new));
        long begin = System.nanoTime();
        await("ready").atMost(TIME_TO_START).until(() -> child.output().contains("Ready after"));
        System.out.printf("Ready: %.1f s%n", (System.nanoTime() - begin) / 1e9);
        return child;
    }

    private Connection connect() {
        return Connections.open("127.0.0.1:" + port, "http://127.0.0.1:" + registryPort);
    }

    @Test
    void everyRowEqualsTheBatchComputation(@TempDir Path directory) throws Exception {
        Path taxonomy = Themes.write(directory);
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS + 10, ChronoUnit.DAYS);
        List<String> texts = List.of(Themes.BOX_TEXT, Themes.LOGIN_TEXT, Themes.DELIVERY_TEXT, Themes.PRAISE_TEXT);
        for (int i = 0; i < DAYS * A_DAY; i++) {
            Instant at = first.plus(i / A_DAY, ChronoUnit.DAYS).plusSeconds(600L * (i % A_DAY));
            rows.by("c" + i % 700, at, "Shop", texts.get(i % texts.size()), 1 + i % 5);
        }
        int killedAt;
        try (ChildProcess child = up(directory, taxonomy, "--partitions", "2");
                Connection connection = connect()) {
            try (SourceSender sender = new SourceSender(connection)) {
                rows.reviews().forEach(sender::accept);
                sender.flush();
            }
            Topics topics = Topics.over(connection);
            await().atMost(TIME_TO_COUNT)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> topics.feedback().size() > A_DAY);
            child.kill();
            killedAt = child.output().length();
        }
        assertThat(killedAt).isPositive();

        // The topics keep their partitions without anybody saying how many they are.
        try (ChildProcess child = up(directory, taxonomy);
                Connection connection = connect()) {
            Topics topics = Topics.over(connection);
            Batch batch = new Batch(FastReader.create(Themes.read(taxonomy)));
            var themes = batch.themeRows(rows.reviews());
            var experiences = batch.experienceRows(rows.reviews());
            await().atMost(TIME_TO_COUNT).untilAsserted(() -> assertThat(Batch.themes(topics.themeStats()))
                    .isEqualTo(themes));
            await().atMost(TIME_TO_COUNT).untilAsserted(() -> assertThat(Batch.experiences(topics.experienceStats()))
                    .isEqualTo(experiences));
            assertThat(topics.feedback())
                    .extracting(Feedback::getFeedbackId)
                    .hasSize(rows.reviews().size())
                    .doesNotHaveDuplicates();
            assertThat(topics.deadLetters()).isEmpty();
            assertThat(child.stop()).as("ends on request").isIn(0, 130, 143);
            assertThat(child.output()).contains("Stopping");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
