package io.biggerbox.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologyFactory;
import io.biggerbox.topologies.TopologySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explaining changes no decision, and a replay of feedback decides what the replay of its sources did. */
class SeriesTraceTest {

    private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");
    private static final SettingsBook BOOK = SettingsBook.of(DetectionSettings.DEFAULTS);
    private static final Series BOX = new Series("Box", "packaging.box");
    private static final Taxonomy GIVEN = new Taxonomy("given", "given", List.of());

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** What a decision says, without the time at which it was made public. */
    private static List<String> decisions(List<ProcessChangeAlert> alerts) {
        return alerts.stream()
                .map(alert -> alert.getAlertId() + " " + alert.getRevision() + " " + alert.getState() + " "
                        + alert.getReason() + " " + alert.getDecidedAt() + " " + alert.getSeen() + " "
                        + alert.getStatisticValue() + " " + alert.getDaily())
                .toList();
    }

    private static SeriesTrace explain(Path file, List<ProcessChangeAlert> alerts) {
        SeriesTrace trace = new SeriesTrace(BOX::equals);
        try (Backtest backtest = Backtest.ofClassified(BOOK, trace, List.of(), alert -> {
            alerts.add(alert);
            trace.revised(alert);
        })) {
            ClassifiedEvents.read(file, backtest::play);
            backtest.finish();
        }
        return trace;
    }

    @Test
    void explainingChangesNoDecision() throws IOException {
        Path file = ClassifiedFile.write(folder.resolve("all.csv"), ClassifiedFile.rows(START));
        List<ProcessChangeAlert> explained = new ArrayList<>();
        SeriesTrace trace = explain(file, explained);
        assertThat(explained).isNotEmpty().isEqualTo(ClassifiedFile.play(file, List.of()));
        assertThat(trace.heard()).containsExactlyInAnyOrder(BOX, new Series("Box", "app.login"));
        assertThat(trace.explanations()).singleElement().satisfies(one -> {
            assertThat(one.series()).isEqualTo(BOX);
            assertThat(one.themeName()).isEqualTo("packaging.box");
            assertThat(one.revisions()).isNotEmpty().allSatisfy(alert -> assertThat(alert.getTheme())
                    .isEqualTo("packaging.box"));
            assertThat(one.decisions()).hasSizeGreaterThan(130);
        });
    }

    /** The replay's clock runs on in quiet hours, as in production; a backtest's does not. So nothing may be late. */
    private static List<String> punctual(List<String> rows) {
        return rows.stream()
                .filter(row -> {
                    String[] times = row.split(",", 3);
                    return Instant.parse(times[1])
                            .isBefore(Instant.parse(times[0]).plusSeconds(6_000));
                })
                .toList();
    }

    @Test
    void feedbackReplayedDecidesTheSame() throws IOException {
        Path file = ClassifiedFile.write(folder.resolve("all.csv"), punctual(ClassifiedFile.rows(START)));
        List<ProcessChangeAlert> expected = new ArrayList<>();
        SeriesTrace first = explain(file, expected);

        List<ProcessChangeAlert> again = new ArrayList<>();
        SeriesTrace second = new SeriesTrace(BOX::equals);
        Instant last = Instant.EPOCH;
        try (FeedbackReplay replay = new FeedbackReplay(GIVEN, BOOK, second, START, again::add)) {
            for (Reading reading : feedback(file)) {
                replay.play(reading.feedback(), reading.arrival());
                last = reading.arrival();
            }
            replay.finish(last);
        }
        assertThat(decisions(again)).isEqualTo(decisions(expected));
        List<DayDecision> days = second.explanations().get(0).decisions();
        assertThat(days).isEqualTo(first.explanations().get(0).decisions());
    }

    /** The last day is over two hours, for what is out of order, and ten quiet minutes after midnight. */
    @Test
    void aQuietStreamRunsOn() throws IOException {
        Path file = ClassifiedFile.write(folder.resolve("all.csv"), ClassifiedFile.rows(START));
        SeriesTrace trace = new SeriesTrace(BOX::equals);
        Instant later = START.plusSeconds(160L * 86_400);
        try (FeedbackReplay replay = new FeedbackReplay(GIVEN, BOOK, trace, START, alert -> {})) {
            feedback(file).forEach(reading -> replay.play(reading.feedback(), reading.arrival()));
            replay.finish(later);
        }
        List<DayDecision> days = trace.explanations().get(0).decisions();
        assertThat(days.get(days.size() - 1).day()).isEqualTo("2025-06-13");
    }

    private record Reading(Feedback feedback, Instant arrival) {}

    private static List<Reading> feedback(Path file) {
        Topics topics = Backtest.inMemoryTopics();
        TopologyFactory factory = new TopologyFactory(
                topics,
                TopologySettings.OFFLINE,
                GIVEN,
                taxonomy -> new ClassifiedReader(),
                new EventTimeRecurrenceEngine(BOOK));
        List<Reading> readings = new ArrayList<>();
        try (OfflinePipeline pipeline =
                new OfflinePipeline(factory, Set.of(Application.CLASSIFY), Instant.EPOCH).keepingFeedback()) {
            ClassifiedEvents.read(file, event -> {
                Review review = (Review) event.event();
                pipeline.send(topics.reviews(), review.getCustomerId(), review, event.arrival());
                pipeline.readFeedback(record -> readings.add(new Reading(
                        topics.feedback()
                                .valueSerde()
                                .deserializer()
                                .deserialize(topics.feedback().name(), record.value()),
                        record.getRecordTime())));
            });
        }
        return readings;
    }

    @Test
    void aSeriesIsNamedByItselfOrByItsAlert() {
        assertThat(BOX.toString()).isEqualTo("Box/packaging.box");
        assertThat(BOX.isNamed("Box/packaging.box")).isTrue();
        assertThat(BOX.isNamed(BOX.alertId())).isTrue();
        assertThat(BOX.isNamed(BOX.alertId().substring(0, 6))).isTrue();
        for (String other : List.of("BB-", "Box", "box/packaging.box", BOX.alertId() + "0", "")) {
            assertThat(BOX.isNamed(other)).as(other).isFalse();
        }
    }
}
