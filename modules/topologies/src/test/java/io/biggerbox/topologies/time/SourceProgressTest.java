package io.biggerbox.topologies.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceProgressTest {

    private final SourceProgress progress = new SourceProgress(Duration.ofMillis(200), Duration.ofSeconds(1), 1_000);

    @Test
    void beginsWithNothingToTell() {
        assertThat(progress.takeNews()).isFalse();
        assertThat(progress.idle()).isFalse();
        assertThat(progress.watermark()).isEqualTo(WatermarkTracker.NOTHING);
        assertThat(progress.dueBefore(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void neitherTimeGoesBack() {
        progress.record(50, 70, 1_000);
        progress.record(40, 60, 1_000);
        assertThat(progress.watermark()).isEqualTo(50);
        assertThat(progress.arrival()).isEqualTo(70);
    }

    @Test
    void tellsEverythingOnce() {
        progress.record(50, 70, 1_000);
        assertThat(progress.takeNews()).isTrue();
        assertThat(progress.takeNews()).isFalse();
    }

    @Test
    void sumsAreDueOnceTheyHaveLingeredInArrivalTime() {
        progress.record(5, 10_000, 1_000);
        assertThat(progress.dueBefore(10_199)).isFalse();
        assertThat(progress.dueBefore(10_200)).isTrue();
        assertThat(progress.takeNews()).isTrue();
        assertThat(progress.dueBefore(99_999)).isFalse();
    }

    @Test
    void aClockThatJumpsBackMakesThemDueToo() {
        progress.record(5, 10_000, 1_000);
        assertThat(progress.dueBefore(9_800)).isTrue();
    }

    @Test
    void fallsIdleAfterTheWaitAndSaysSoOnce() {
        progress.record(5, 10, 1_000);
        progress.takeNews();
        progress.pause(1_999);
        assertThat(progress.idle()).isFalse();
        progress.pause(2_000);
        assertThat(progress.idle()).isTrue();
        assertThat(progress.takeNews()).isTrue();
        progress.pause(9_000);
        assertThat(progress.takeNews()).isFalse();
    }

    @Test
    void aSourceThatNeverHadARecordFallsIdleToo() {
        progress.pause(2_000);
        assertThat(progress.idle()).isTrue();
        assertThat(progress.takeNews()).isTrue();
    }

    @Test
    void aRecordEndsIt() {
        progress.pause(2_000);
        progress.record(5, 10, 2_500);
        assertThat(progress.idle()).isFalse();
        progress.pause(3_000);
        assertThat(progress.idle()).isFalse();
    }
}
