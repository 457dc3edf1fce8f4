package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.text.FastReader;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two instances, restarted one after the other while events arrive, count everything once, with either group protocol. */
class RollingRestartTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The transaction time-out: who takes longer to stop has its last transaction aborted. */
    private static final Duration TRANSACTION = Duration.ofSeconds(15);

    private static BiggerBoxService instance(Installation installation, String name, GroupProtocol protocol) {
        return BiggerBoxService.start(
                new ServiceSettings(
                        installation.broker().bootstrapServers(),
                        WireSettings.of(installation.registryUrl()),
                        2,
                        (short) 1,
                        installation.directory().resolve(name),
                        EnumSet.allOf(Application.class),
                        protocol,
                        Themes.read(installation.taxonomy()),
                        SettingsBook.of(DetectionSettings.DEFAULTS),
                        TopologySettings.DEFAULTS,
                        Map.of()),
                FastReader::create,
                Clock.systemUTC());
    }

    private static void send(Connection connection, List<Review> reviews) {
        try (SourceSender sender = new SourceSender(connection)) {
            reviews.forEach(sender::accept);
            sender.flush();
        }
    }

    private static void stop(BiggerBoxService service) {
        long begin = System.nanoTime();
        service.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TRANSACTION);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubled(GroupProtocol protocol, @TempDir Path directory) throws InterruptedException {
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(40, ChronoUnit.DAYS);
        Rows rows = new Rows(protocol.name(), 9);
        for (int day = 0; day < 24; day++) {
            rows.onDay(first.plus(day, ChronoUnit.DAYS), 20, "Shop", Themes.BOX_TEXT, 1);
        }
        List<Review> all = rows.inOrderOfTime().reviews();
        try (Installation installation = Installation.withoutService(directory, 2);
                BiggerBoxService one = instance(installation, "one", protocol);
                BiggerBoxService two = instance(installation, "two", protocol)) {
            assertThat(one.awaitRunning(PATIENCE)).isTrue();
            assertThat(two.awaitRunning(PATIENCE)).isTrue();
            send(installation.connection(), all.subList(0, 160));
            stop(one);
            try (BiggerBoxService oneAgain = instance(installation, "one", protocol)) {
                send(installation.connection(), all.subList(160, 320));
                assertThat(oneAgain.awaitRunning(PATIENCE)).isTrue();
                stop(two);
                send(installation.connection(), all.subList(320, all.size()));
                var themes = new Batch(FastReader.create(Themes.read(installation.taxonomy()))).themeRows(all);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                Batch.themes(installation.topics().themeStats()))
                        .isEqualTo(themes));
                assertThat(installation.topics().feedback())
                        .extracting(Feedback::getFeedbackId)
                        .hasSize(all.size())
                        .doesNotHaveDuplicates();
                assertThat(installation.topics().deadLetters()).isEmpty();
            }
        }
    }
}
