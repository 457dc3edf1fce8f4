package io.biggerbox.topologies.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.stores.StateSerde;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class WatermarkTrackerTest {

    private static final long START = 1_000_000;
    private static final Duration DISTANCE = Duration.ofMinutes(10);
    private static final Duration MISSING_AFTER = Duration.ofSeconds(30);
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final KeyValueStore<String, SourceMark> store =
            TestStores.store(new MockProcessorContext<>(), "watermark", new StateSerde<>(SourceMark.class));
    private final WatermarkTracker tracker = new WatermarkTracker(store, 2, MISSING_AFTER, START);

    @Test
    void theSlowestSourceHoldsTheOthers() {
        tracker.hear(0, 900, false, 900, START);
        assertThat(tracker.hear(1, 300, false, 300, START)).isTrue();
        assertThat(tracker.current()).isEqualTo(300);
        assertThat(tracker.arrival()).isEqualTo(900);
        assertThat(tracker.hear(0, 2_000, false, 2_000, START)).isFalse();
        assertThat(tracker.hear(1, 1_500, false, 1_500, START)).isTrue();
        assertThat(tracker.current()).isEqualTo(1_500);
    }

    @Test
    void anIdleSourceHoldsNobodyUp() {
        tracker.hear(0, 900, false, 900, START);
        tracker.hear(1, 300, false, 300, START);
        assertThat(tracker.hear(1, 300, true, 300, START)).isTrue();
        assertThat(tracker.current()).isEqualTo(900);
    }

    @Test
    void aSourceThatWakesUpHoldsButNeverTurnsTimeBack() {
        tracker.hear(0, 900, false, 900, START);
        tracker.hear(1, 300, true, 300, START);
        assertThat(tracker.hear(1, 400, false, 400, START)).isFalse();
        assertThat(tracker.hear(0, 5_000, false, 5_000, START)).isFalse();
        assertThat(tracker.current()).isEqualTo(900);
    }

    @Test
    void whenAllAreIdleTheFastestCounts() {
        tracker.hear(0, 900, true, 900, START);
        tracker.hear(1, 300, true, 300, START);
        assertThat(tracker.current()).isEqualTo(900);
    }

    @Test
    void sourcesThatHaveReadNothingMoveNothing() {
        assertThat(tracker.hear(0, WatermarkTracker.NOTHING, true, WatermarkTracker.NOTHING, START))
                .isFalse();
        assertThat(tracker.hear(1, WatermarkTracker.NOTHING, true, WatermarkTracker.NOTHING, START))
                .isFalse();
        assertThat(tracker.lookAgain(START + 100 * DAY, DISTANCE)).isFalse();
        assertThat(tracker.current()).isEqualTo(WatermarkTracker.NOTHING);
    }

    @Test
    void afterARestartASourceThatWasReadingIsWaitedForUntilItSpeaks() {
        tracker.hear(0, 900, false, 900, START);
        tracker.hear(1, 300, false, 300, START);
        WatermarkTracker again = new WatermarkTracker(store, 2, MISSING_AFTER, START);
        again.hear(0, 5_000, false, 5_000, START + 40_000);
        assertThat(again.lookAgain(START + 100_000, DISTANCE)).isFalse();
        assertThat(again.current()).as("what source 1 has yet to bring").isEqualTo(300);
        again.hear(1, 4_000, false, 4_000, START + 100_000);
        assertThat(again.current()).isEqualTo(4_000);
    }

    @Test
    void afterARestartASourceThatWasIdleIsHeardFirst() {
        long now = START + 50 * DAY;
        tracker.hear(0, now, true, now, now);
        tracker.hear(1, now, true, now, now);
        WatermarkTracker again = new WatermarkTracker(store, 2, MISSING_AFTER, now);
        assertThat(again.lookAgain(now + DAY, DISTANCE))
                .as("a day's records may wait to be read")
                .isFalse();
    }

    @Test
    void aMissingSourceIsWaitedForButNotForEver() {
        assertThat(tracker.hear(0, 900, false, 900, START)).isFalse();
        assertThat(tracker.lookAgain(START + 9_999, DISTANCE)).isFalse();
        assertThat(tracker.current()).isEqualTo(WatermarkTracker.NOTHING);
        assertThat(tracker.lookAgain(START + 30_000, DISTANCE)).isTrue();
        assertThat(tracker.current()).isEqualTo(900);
    }

    @Test
    void aQuietLiveStreamFollowsTheClockAtADistance() {
        long now = START + 50 * DAY;
        tracker.hear(0, now - 1_000, true, now - 500, now);
        tracker.hear(1, now - 3_000, true, now - 900, now);
        assertThat(tracker.lookAgain(now + 1_000, DISTANCE)).isFalse();
        assertThat(tracker.lookAgain(now + DAY, DISTANCE)).isTrue();
        assertThat(tracker.current()).isEqualTo(now + DAY - DISTANCE.toMillis());
    }

    @Test
    void aStreamThatIsNotQuietDoesNot() {
        long now = START + 50 * DAY;
        tracker.hear(0, now - 1_000, true, now - 500, now);
        tracker.hear(1, now - 3_000, false, now - 900, now);
        assertThat(tracker.lookAgain(now + DAY, DISTANCE)).isFalse();
    }

    @Test
    void importedHistoryDoesNot() {
        long now = START + 50 * DAY;
        tracker.hear(0, now - 3 * DAY, true, now, now);
        tracker.hear(1, now - 4 * DAY, true, now, now);
        assertThat(tracker.lookAgain(now + DAY, DISTANCE)).isFalse();
        assertThat(tracker.current()).isEqualTo(now - 3 * DAY);
    }

    @Test
    void historyThatIsReadBesideALiveStreamHoldsNobodyUp() {
        long now = START + 50 * DAY;
        tracker.hear(0, now - 2_000, false, now, now);
        tracker.hear(1, now - 1_000, false, now, now);
        WatermarkTracker again = new WatermarkTracker(store, 2, MISSING_AFTER, now);
        again.hear(0, now - 90 * DAY, false, now, now);
        assertThat(again.hear(1, now + 500, false, now + 600, now + 600)).isTrue();
        assertThat(again.current()).isEqualTo(now + 500);
    }

    @Test
    void aSourceThatHasReadNothingSinceARestartIsWaitedFor() {
        long now = START + 50 * DAY;
        tracker.hear(0, now - 2_000, false, now, now);
        tracker.hear(1, now - 1_000, false, now, now);
        WatermarkTracker again = new WatermarkTracker(store, 2, MISSING_AFTER, now);
        again.hear(0, WatermarkTracker.NOTHING, false, now, now);
        assertThat(again.hear(1, now + 500, false, now + 600, now + 600)).isFalse();
    }

    @Test
    void aBacklogOfDaysThatArrivedInTimeIsWaitedFor() {
        long now = START + 50 * DAY;
        tracker.hear(0, now - 4 * DAY, false, now - 4 * DAY, now);
        tracker.hear(1, now - 4 * DAY, false, now - 4 * DAY, now);
        assertThat(tracker.hear(0, now, false, now, now)).isFalse();
        assertThat(tracker.current()).isEqualTo(now - 4 * DAY);
    }

    @Test
    void goesOnAfterARestartWhereItWas() {
        tracker.hear(0, 900, false, 950, START);
        tracker.hear(1, 800, false, 850, START);
        WatermarkTracker again = new WatermarkTracker(store, 2, MISSING_AFTER, START + DAY);
        assertThat(again.current()).isEqualTo(800);
        assertThat(again.arrival()).isEqualTo(950);
        assertThat(again.hear(0, 100, false, 100, START + DAY)).isFalse();
        assertThat(again.hear(1, 100, false, 100, START + DAY)).isFalse();
        assertThat(again.current()).isEqualTo(800);
    }

    @Test
    void aRecordWithoutATimestampArrivesWithItsPredecessor() {
        var extractor = new ArrivalTimestampExtractor();
        var without = new org.apache.kafka.clients.consumer.ConsumerRecord<Object, Object>("t", 0, 0, "k", "v");
        assertThat(extractor.extract(without, 77)).isEqualTo(77);
        assertThat(extractor.extract(without, -1)).isZero();
    }
}
