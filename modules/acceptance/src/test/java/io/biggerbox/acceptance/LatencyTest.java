package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.AlertStream;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.topologies.StoreKind;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert is on its topic seconds after the event that completes it. */
class LatencyTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String PRODUCT = "Live";
    private static final int DAYS = 45;

    /** Those of production, but a quiet stream's clock stays twelve hours back: only an event completes the alert. */
    private static final TopologySettings SETTINGS = new TopologySettings(
            StoreKind.DURABLE,
            TopologySettings.DEFAULTS.linger(),
            TopologySettings.DEFAULTS.flushInterval(),
            TopologySettings.DEFAULTS.idleAfter(),
            Duration.ofHours(12),
            TopologySettings.DEFAULTS.revisionRetention(),
            TopologySettings.DEFAULTS.windowRetention(),
            TopologySettings.DEFAULTS.finalAfter(),
            Set.of());

    @Test
    void theEventThatCompletesAnAlertIsAnsweredWithinSeconds(@TempDir Path directory) {
        Instant now = Instant.now();
        Rows rows = new Rows("l", 3);
        for (int day = DAYS; day > 0; day--) {
            rows.onDay(now.truncatedTo(ChronoUnit.DAYS).minus(day, ChronoUnit.DAYS), 6, PRODUCT, Themes.PRAISE_TEXT, 5);
        }
        for (int i = 0; i < 60; i++) {
            rows.at(now.minus(10, ChronoUnit.HOURS).plusSeconds(60L * i), PRODUCT, Themes.LOGIN_TEXT, 1);
        }
        Review last = Rows.review("last", 1, "c-last", now, PRODUCT, Themes.LOGIN_TEXT, 1);

        try (Installation installation = Installation.start(directory, 2, SETTINGS);
                AlertStream alerts = AlertStream.fromNowOn(installation.connection());
                SourceSender sender = new SourceSender(installation.connection())) {
            rows.reviews().forEach(sender::accept);
            sender.flush();
            int history = rows.reviews().size();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> installation.topics().feedback().size() == history);
            installation.awaitProcessed();
            List<ProcessChangeAlert> early = alerts.poll();

            long sent = System.nanoTime();
            sender.accept(last);
            sender.flush();
            List<ProcessChangeAlert> seen = new ArrayList<>();
            while (seen.isEmpty() && System.nanoTime() - sent < LONGEST.toNanos() * 2) {
                seen.addAll(alerts.poll());
            }
            Duration latency = Duration.ofNanos(System.nanoTime() - sent);

            System.out.println("Alert latency: " + latency.toMillis() + " ms");
            assertThat(early).isEmpty();
            assertThat(seen).extracting(ProcessChangeAlert::getTheme).contains(Themes.LOGIN);
            assertThat(latency).isLessThan(LONGEST);
        }
    }
}
