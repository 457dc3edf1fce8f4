package io.biggerbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.testkit.RandomHistory.Step;
import io.biggerbox.topologies.TopologySettings;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The same history gives the same alerts, whatever happens to it on the way: order of arrival within the bound on
 * disorder, repeated deliveries, restarts between two records, the cut into sums. Everything an alert says is
 * compared. Only the order of arrival, and what stems from it, may change with it: {@code raised_at}, the offsets of
 * quotes, and which of two different alerts is written first.
 *
 * <p>An edit takes back what was said days ago. That is late however soon it arrives, and joins with the tick that
 * follows: so edits are played in their order, one by one.
 */
class SameAlertsPropertyTest {

    private static final int TRIES = 2;

    /** More than it takes to decide on what is left at the end, one cell at a time. */
    private static final int GOES = 100;

    /** As much disorder as {@link DetectionSettings#disorderHours()} allows for. */
    private static final Duration DISORDER = Duration.ofHours(DetectionSettings.DEFAULTS.disorderHours());

    private static final Comparator<ProcessChangeAlert> BY_ID =
            Comparator.comparing(ProcessChangeAlert::getAlertId).thenComparing(ProcessChangeAlert::getRevision);

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theOrderOfArrivalWithinTheBoundChangesNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed, false);
        List<ProcessChangeAlert> expected = play(history.inOrder(), TopologySettings.OFFLINE, 0, seed);
        assertThat(expected).as("a history without alerts tests nothing").hasSizeGreaterThan(3);
        assertOnce(expected);
        List<ProcessChangeAlert> shuffled = play(history.shuffled(DISORDER), TopologySettings.OFFLINE, 0, seed);
        assertSame(shuffled, expected, Set.of("raised_at"));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void repeatedDeliveriesAndRestartsChangeNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed, true);
        List<ProcessChangeAlert> expected = play(history.inOrder(), TopologySettings.OFFLINE, 0, seed);
        assertSame(play(history.repeated(), TopologySettings.OFFLINE, 0, seed), expected, Set.of());
        assertSame(play(history.inOrder(), TopologySettings.OFFLINE, 6, seed), expected, Set.of());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void allOfItAtOnceAndSumsThatLingerChangeNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed, false);
        List<ProcessChangeAlert> expected = play(history.inOrder(), TopologySettings.OFFLINE, 0, seed);
        TopologySettings lingering = TopologySettings.OFFLINE.with(change -> change.linger(Duration.ofMinutes(10)));
        List<ProcessChangeAlert> found = play(history.shuffledAndRepeated(DISORDER), lingering, 4, seed);
        assertOnce(found);
        assertSame(found, expected, Set.of("raised_at"));
    }

    /** What is heard at once is decided in many transactions: one cell, or one product, in each. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void decidingLittleBeforeEachCommitChangesNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed, false);
        List<ProcessChangeAlert> expected = play(history.inOrder(), TopologySettings.OFFLINE, 0, seed);
        TopologySettings little = TopologySettings.OFFLINE.with(
                change -> change.linger(Duration.ofHours(2)).mostAtOnce(1));
        List<ProcessChangeAlert> found = play(history.shuffledAndRepeated(DISORDER), little, 4, seed);
        assertOnce(found);
        assertSame(found, expected, Set.of("raised_at"));
    }

    private static List<ProcessChangeAlert> play(List<Step> steps, TopologySettings settings, int restarts, long seed) {
        TreeSet<Integer> restartAt = new TreeSet<>();
        Random random = new Random(seed + 17);
        while (restartAt.size() < restarts) {
            restartAt.add(random.nextInt(steps.size()));
        }
        try (TestStack stack = TestStack.with(settings, DetectionSettings.DEFAULTS, new MockSchemaRegistryClient())) {
            for (int i = 0; i < steps.size(); i++) {
                if (restartAt.contains(i)) {
                    stack.restart();
                }
                Step step = steps.get(i);
                if (step.command() != null) {
                    // What has arrived counts before what a team says about it.
                    stack.settle();
                    stack.send(step.command());
                } else if (step.review() != null) {
                    stack.send(step.review(), step.arrival());
                }
            }
            for (int i = 0; i < GOES; i++) {
                stack.settle();
            }
            assertThat(stack.deadLetters()).isEmpty();
            return stack.alerts().stream().sorted(BY_ID).toList();
        }
    }

    /** No revision of an alert twice, and none left out. */
    private static void assertOnce(List<ProcessChangeAlert> alerts) {
        String id = "";
        long revision = 0;
        for (ProcessChangeAlert alert : alerts) {
            revision = alert.getAlertId().equals(id) ? revision + 1 : 1;
            id = alert.getAlertId();
            assertThat(alert.getRevision()).as(id).isEqualTo(revision);
        }
    }

    /** Says what differs, not that two lists of hundreds of numbers do. */
    private static void assertSame(
            List<ProcessChangeAlert> found, List<ProcessChangeAlert> expected, Set<String> mayDiffer) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            ProcessChangeAlert one = found.get(i);
            ProcessChangeAlert other = expected.get(i);
            for (Schema.Field field : one.getSchema().getFields()) {
                Object is = plain(one.get(field.pos()));
                Object was = plain(other.get(field.pos()));
                if (!mayDiffer.contains(field.name()) && !is.equals(was)) {
                    differences.add(other.getTheme() + " revision " + other.getRevision() + ", " + field.name() + ": "
                            + was + " became " + is);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(found).extracting(ProcessChangeAlert::getRevision).isEqualTo(revisions(expected));
    }

    private static List<Long> revisions(List<ProcessChangeAlert> alerts) {
        return alerts.stream().map(ProcessChangeAlert::getRevision).toList();
    }

    /** Offsets of quotes are places on a topic, not something that was found out. */
    private static Object plain(@Nullable Object value) {
        return String.valueOf(value).replaceAll("\"source_offset\": \\d+", "");
    }
}
