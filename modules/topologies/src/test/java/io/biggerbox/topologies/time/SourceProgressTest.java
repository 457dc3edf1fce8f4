package io.biggerbox.topologies.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceProgressTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = 1_000 * DAY;
    private static final String REVIEWS = "voc.reviews";
    private static final String TICKETS = "voc.tickets";

    private final SourceProgress progress = new SourceProgress(Duration.ofMillis(200), Duration.ofSeconds(1), NOW);

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
        progress.pause(NOW + 9_999);
        assertThat(progress.idle()).isFalse();
        progress.pause(NOW + 10_000);
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
        SourceProgress offline = new SourceProgress(Duration.ZERO, Duration.ZERO, 0);
        offline.record(REVIEWS, NOW - 50, NOW, 0);
        offline.record(TICKETS, NOW - 900, NOW, 0);
        assertThat(offline.watermark()).isEqualTo(NOW - 50);
    }
}
