package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.backtest.Backtest;
import io.biggerbox.backtest.TimedEvent;
import io.biggerbox.cli.stack.AlertStream;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.FastReader;
import io.biggerbox.topologies.StoreKind;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alert is on its topic seconds after the event that completes it. */
class LatencyTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int DAYS = 56;

    /** Those of production, but a quiet stream's clock stays far back: only an event completes the alert. */
    private static final TopologySettings SETTINGS = new TopologySettings(
            StoreKind.DURABLE,
            TopologySettings.DEFAULTS.linger(),
            TopologySettings.DEFAULTS.flushInterval(),
            TopologySettings.DEFAULTS.idleAfter(),
            Duration.ofDays(90),
            TopologySettings.DEFAULTS.revisionRetention(),
            TopologySettings.DEFAULTS.rowRetention(),
            TopologySettings.DEFAULTS.finalAfter(),
            Set.of());

    @Test
    void theEventThatCompletesAnAlertIsAnsweredWithinSeconds(@TempDir Path directory) {
        try (Installation installation = Installation.start(directory, 2, SETTINGS);
                AlertStream alerts = AlertStream.fromNowOn(installation.connection());
                SourceSender sender = new SourceSender(installation.connection())) {
            List<Review> story = endingNow(installation.taxonomy());
            Review last = story.get(story.size() - 1);
            List<Review> before = story.subList(0, story.size() - 1);
            before.forEach(sender::accept);
            sender.flush();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> installation.topics().feedback().size() == before.size());
            installation.awaitProcessed();
            assertThat(alerts.poll()).as("before the last event").isEmpty();

            long sent = System.nanoTime();
            sender.accept(last);
            sender.flush();
            List<ProcessChangeAlert> seen = new ArrayList<>();
            while (seen.isEmpty() && System.nanoTime() - sent < LONGEST.toNanos() * 2) {
                seen.addAll(alerts.poll());
            }
            Duration latency = Duration.ofNanos(System.nanoTime() - sent);

            System.out.println("Alert latency: " + latency.toMillis() + " ms");
            assertThat(seen).extracting(ProcessChangeAlert::getTheme).contains(Themes.BOX);
            assertThat(latency).isLessThan(LONGEST);
        }
    }

    /** A story whose last event is of yesterday or today: what lies far back is history, and takes its time. */
    private static List<Review> endingNow(Path taxonomy) {
        List<Review> old = untilTheFirstAlert(taxonomy, DAYS);
        Instant last = old.get(old.size() - 1).getWrittenAt();
        long length = Duration.between(old.get(0).getWrittenAt(), last).toDays() + 2;
        List<Review> story = untilTheFirstAlert(taxonomy, (int) length);
        assertThat(story.get(story.size() - 1).getWrittenAt())
                .isAfter(Instant.now().minus(2, ChronoUnit.DAYS));
        return story;
    }

    /** Recent days of a recurring complaint, up to the event with which it is told. */
    private static List<Review> untilTheFirstAlert(Path taxonomy, int days) {
        Rows rows = new Rows("l", 3);
        for (int day = days; day >= 0; day--) {
            Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(day, ChronoUnit.DAYS);
            rows.onDay(start, 2, "Live", Themes.BOX_TEXT, 1);
            rows.onDay(start, 3, "Live", Themes.PRAISE_TEXT, 5);
        }
        List<Review> inOrder = rows.reviews().stream()
                .sorted(Comparator.comparing(Review::getWrittenAt))
                .toList();
        List<ProcessChangeAlert> alerts = new ArrayList<>();
        List<Review> story = new ArrayList<>();
        try (Backtest backtest = Backtest.ofTexts(
                Themes.read(taxonomy),
                FastReader::create,
                SettingsBook.of(DetectionSettings.DEFAULTS),
                List.of(),
                alerts::add)) {
            for (Review review : inOrder) {
                story.add(review);
                backtest.play(new TimedEvent(review, review.getWrittenAt()));
                if (!alerts.isEmpty()) {
                    return story;
                }
            }
        }
        throw new AssertionError("no alert in this story");
    }
}
