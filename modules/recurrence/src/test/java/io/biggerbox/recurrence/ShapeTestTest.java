package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShapeTestTest {

    private static final int TODAY = 20_000;
    private static final int FIRST = TODAY - 99;

    /** @param mean complaints on the day that is so many days back; fractions are carried from day to day */
    private static double stepOverSlope(IntToDoubleFunction mean) {
        ProductState state = new ProductState(new MemoryStore(), FIRST * 24L, FIRST * 24L, Instant.EPOCH);
        SeriesState series = new SeriesState(FIRST);
        double left = 0;
        for (int day = FIRST; day <= TODAY; day++) {
            state.add(day * 24L, 30, 0, 7);
            state.close((day + 1) * 24L);
            left += mean.applyAsDouble(TODAY - day);
            series.complainants.add(day, (int) left);
            left -= (int) left;
        }
        Exposure exposure = new Exposure(state.days(), TODAY, 24);
        return ShapeTest.stepOverSlope(new DayView(series, exposure, FIRST, Integer.MAX_VALUE));
    }

    @Test
    void whatBreaksOutIsAStep() {
        assertThat(stepOverSlope(back -> back < 4 ? 3.5 : 0.7)).isGreaterThan(3);
    }

    @Test
    void whatDoublesEveryFourWeeksIsASlope() {
        assertThat(stepOverSlope(back -> 4 * Math.exp(-0.025 * back))).isNegative();
    }

    @Test
    void aLoudWeekOnASlopeIsNoStep() {
        assertThat(stepOverSlope(back -> (back < 7 ? 1.6 : 1) * 2 * Math.exp(-0.025 * Math.min(back, 56))))
                .isLessThan(1);
    }

    @Test
    void aLowStepIsOneAllTheSameWhenThereIsEnoughOfIt() {
        assertThat(stepOverSlope(back -> back < 7 ? 40 : 20)).isGreaterThan(10);
    }
}
