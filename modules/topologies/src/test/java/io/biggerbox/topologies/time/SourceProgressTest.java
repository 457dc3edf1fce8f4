package io.biggerbox.topologies.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.stores.StateSerde;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class SourceProgressTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = 1_000 * DAY;
    private static final String REVIEWS = "voc.reviews";
    private static final String TICKETS = "voc.tickets";

    private final KeyValueStore<String, SourceMark> store =
            TestStores.store(new MockProcessorContext<>(), "topics", new StateSerde<>(SourceMark.class));
    private final SourceProgress progress = startedAt(NOW);

    private SourceProgress startedAt(long wallClock) {
        return new SourceProgress(store, Duration.ofMillis(200), Duration.ofSeconds(1), wallClock);
    }

    @Test
    void beginsWithNothingToTell() {
        assertThat(progress.takeNews()).isFalse();
        assertThat(progress.idle()).isFalse();
        assertThat(progress.watermark()).isEqualTo(WatermarkTracker.NOTHING);
        assertThat(progress.dueBefore(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void waitsAMomentForTheOtherTopicsToSpeak() {
        progress.record(REVIEWS, NOW - 5, NOW, NOW);
        assertThat(progress.watermark()).isEqualTo(WatermarkTracker.NOTHING);
        progress.pause(NOW + 1_000);
        assertThat(progress.watermark()).isEqualTo(NOW - 5);
    }

    @Test
    void isOnlyAsFarAsTheSlowestTopicThatIsBeingRead() {
        progress.record(REVIEWS, NOW - 50, NOW, NOW);
        progress.record(TICKETS, NOW - 900, NOW, NOW);
        progress.record(REVIEWS, NOW - 40, NOW + 1_500, NOW + 1_500);
        progress.record(TICKETS, NOW - 800, NOW + 1_500, NOW + 1_500);
        assertThat(progress.watermark()).isEqualTo(NOW - 800);
    }

    @Test
    void aLiveTopicThatFallsSilentHoldsNobodyUp() {
        progress.record(TICKETS, NOW - 900, NOW, NOW);
        progress.record(REVIEWS, NOW - 40, NOW + 1_500, NOW + 1_500);
        assertThat(progress.watermark()).isEqualTo(NOW - 40);
    }

    @Test
    void aTopicOfHistoryThatPausesIsWaitedForLonger() {
        progress.record(TICKETS, NOW - 90 * DAY, NOW, NOW);
        progress.record(REVIEWS, NOW - 60 * DAY, NOW + 29_000, NOW + 29_000);
        assertThat(progress.watermark()).isEqualTo(NOW - 90 * DAY);
        progress.pause(NOW + 30_000);
        assertThat(progress.watermark()).isEqualTo(NOW - 60 * DAY);
    }

    @Test
    void anEventAheadOfItsArrivalTakesNobodyWithIt() {
        progress.record(REVIEWS, NOW - 50, NOW, NOW);
        progress.record(REVIEWS, NOW + DAY, NOW + 2_000, NOW + 2_000);
        assertThat(progress.watermark()).isEqualTo(NOW + 2_000);
        progress.record(REVIEWS, NOW + 4_000, NOW + 5_000, NOW + 5_000);
        assertThat(progress.watermark()).isEqualTo(NOW + 4_000);
    }

    @Test
    void historyThatIsImportedBesideALiveTopicHoldsNobodyUp() {
        progress.record(REVIEWS, NOW - 50, NOW, NOW);
        progress.pause(NOW + 1_000);
        assertThat(progress.takeNews()).isTrue();
        progress.record(TICKETS, NOW - 90 * DAY, NOW + 1_100, NOW + 1_100);
        progress.record(REVIEWS, NOW + 1_150, NOW + 1_200, NOW + 1_200);
        progress.record(TICKETS, NOW - 89 * DAY, NOW + 1_300, NOW + 1_300);
        assertThat(progress.watermark()).isEqualTo(NOW + 1_150);
        assertThat(progress.idle()).isFalse();
        progress.record(TICKETS, NOW - 88 * DAY, NOW + 2_200, NOW + 2_200);
        assertThat(progress.watermark()).isEqualTo(NOW + 1_150);
        assertThat(progress.idle()).isTrue();
    }

    @Test
    void neitherTimeGoesBackWithinATopic() {
        progress.record(REVIEWS, NOW - 50, NOW + 70, NOW);
        progress.record(REVIEWS, NOW - 90, NOW + 60, NOW + 1_000);
        assertThat(progress.watermark()).isEqualTo(NOW - 50);
        assertThat(progress.arrival()).isEqualTo(NOW + 70);
    }

    @Test
    void tellsEverythingOnceAndRemembersWhatItTold() {
        progress.record(REVIEWS, NOW - 50, NOW, NOW);
        progress.pause(NOW + 500);
        assertThat(progress.takeNews()).isFalse();
        progress.pause(NOW + 1_000);
        assertThat(progress.takeNews()).isTrue();
        assertThat(progress.toldWatermark()).isEqualTo(NOW - 50);
        assertThat(progress.takeNews()).isFalse();
    }

    @Test
    void sumsAreDueOnceTheyHaveLingeredInArrivalTime() {
        progress.record(REVIEWS, 5, 10_000, NOW);
        assertThat(progress.dueBefore(10_199)).isFalse();
        assertThat(progress.dueBefore(10_200)).isTrue();
        progress.takeNews();
        assertThat(progress.dueBefore(99_999)).isFalse();
    }

    @Test
    void aClockThatJumpsBackMakesThemDueToo() {
        progress.record(REVIEWS, 5, 10_000, NOW);
        assertThat(progress.dueBefore(9_800)).isTrue();
    }

    @Test
    void fallsIdleAfterTheWaitAndSaysSoOnce() {
        progress.record(REVIEWS, NOW - 5, NOW, NOW);
        progress.pause(NOW + 999);
        assertThat(progress.idle()).isFalse();
        progress.pause(NOW + 1_000);
        assertThat(progress.idle()).isTrue();
        assertThat(progress.takeNews()).isTrue();
        progress.pause(NOW + 9_000);
        assertThat(progress.takeNews()).isFalse();
    }

    @Test
    void aTaskThatHasReadNothingFallsIdleLater() {
        progress.pause(NOW + 29_999);
        assertThat(progress.idle()).isFalse();
        progress.pause(NOW + 30_000);
        assertThat(progress.idle()).isTrue();
        assertThat(progress.takeNews()).isTrue();
    }

    @Test
    void aRecordEndsIt() {
        progress.record(REVIEWS, NOW - 5, NOW, NOW);
        progress.pause(NOW + 2_000);
        assertThat(progress.idle()).isTrue();
        progress.record(REVIEWS, NOW + 2_400, NOW + 2_500, NOW + 2_500);
        assertThat(progress.idle()).isFalse();
    }

    @Test
    void withoutAWaitTheNewestEventIsTheWatermark() {
        SourceProgress offline = new SourceProgress(store, Duration.ZERO, Duration.ZERO, 0);
        offline.record(REVIEWS, NOW - 50, NOW, 0);
        offline.record(TICKETS, NOW - 900, NOW, 0);
        assertThat(offline.watermark()).isEqualTo(NOW - 50);
    }

    /** Otherwise the first topic that is heard of after a restart is taken for the only one. */
    @Test
    void topicsOfHistoryThatWereBeingReadAreWaitedForAfterARestart() {
        progress.record(TICKETS, NOW - 90 * DAY, NOW, NOW);
        progress.record(REVIEWS, NOW - 80 * DAY, NOW, NOW);
        progress.takeNews();
        SourceProgress again = startedAt(NOW + 60_000);
        again.record(REVIEWS, NOW - 60 * DAY, NOW + 61_000, NOW + 61_000);
        again.pause(NOW + 62_500);
        assertThat(again.watermark()).isEqualTo(NOW - 90 * DAY);
        assertThat(again.idle()).isFalse();
        again.record(TICKETS, NOW - 70 * DAY, NOW + 63_000, NOW + 63_000);
        assertThat(again.watermark()).isEqualTo(NOW - 70 * DAY);
    }

    @Test
    void aTopicThatSaysNothingMoreAfterARestartIsNotWaitedForForEver() {
        progress.record(TICKETS, NOW - 90 * DAY, NOW, NOW);
        progress.takeNews();
        SourceProgress again = startedAt(NOW + 60_000);
        again.record(REVIEWS, NOW - 60 * DAY, NOW + 60_000, NOW + 89_000);
        assertThat(again.watermark()).isEqualTo(NOW - 90 * DAY);
        again.pause(NOW + 90_000);
        assertThat(again.watermark()).isEqualTo(NOW - 60 * DAY);
    }

    @Test
    void aLiveTopicIsWaitedForAMomentAfterARestart() {
        progress.record(TICKETS, NOW - 900, NOW, NOW);
        progress.takeNews();
        SourceProgress again = startedAt(NOW + 60_000);
        again.record(REVIEWS, NOW + 60_000, NOW + 60_500, NOW + 61_500);
        assertThat(again.watermark()).isEqualTo(NOW - 900);
        again.record(REVIEWS, NOW + 70_000, NOW + 70_000, NOW + 70_000);
        assertThat(again.watermark()).isEqualTo(NOW + 70_000);
    }

    @Test
    void aTopicThatHadFallenSilentIsNotWaitedForAfterARestart() {
        progress.record(TICKETS, NOW - 90 * DAY, NOW, NOW);
        progress.takeNews();
        progress.record(REVIEWS, NOW - 60 * DAY, NOW + 31_000, NOW + 31_000);
        progress.takeNews();
        SourceProgress again = startedAt(NOW + 60_000);
        again.record(REVIEWS, NOW - 50 * DAY, NOW + 62_000, NOW + 62_000);
        assertThat(again.watermark()).isEqualTo(NOW - 50 * DAY);
    }

    /** Otherwise history that is imported beside it would hold a live stream up. */
    @Test
    void thatTheStreamWasLiveIsKnownAfterARestart() {
        progress.record(REVIEWS, NOW - 50, NOW, NOW);
        progress.pause(NOW + 1_000);
        progress.takeNews();
        SourceProgress again = startedAt(NOW + 60_000);
        assertThat(again.toldWatermark()).isEqualTo(NOW - 50);
        again.record(REVIEWS, NOW + 61_000, NOW + 61_500, NOW + 61_500);
        again.record(TICKETS, NOW - 90 * DAY, NOW + 61_500, NOW + 61_500);
        again.record(REVIEWS, NOW + 62_000, NOW + 62_500, NOW + 62_500);
        assertThat(again.watermark()).isEqualTo(NOW + 62_000);
    }
}
