package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeasonalRegressionTest {

    private final SeasonalRegression regression = new SeasonalRegression(52);

    /** Poisson counts of the weeks from 1 on; a fixed seed, so a failure can be looked at again. */
    private static long[] poisson(int weeks, IntToDoubleFunction mean) {
        Random random = new Random(7);
        long[] counts = new long[weeks];
        for (int week = 1; week <= weeks; week++) {
            double left = mean.applyAsDouble(week);
            // Exponential gaps, for means of any size that a test can wait for.
            for (left += Math.log(random.nextDouble()); left > 0; left += Math.log(random.nextDouble())) {
                counts[week - 1]++;
            }
        }
        return counts;
    }

    private WeekVerdict play(long[] counts) {
        WeekVerdict verdict = regression.observe(1, counts[0]);
        for (int i = 1; i < counts.length; i++) {
            verdict = regression.observe(i + 1, counts[i]);
        }
        return verdict;
    }

    /** Forecast for {@code week} and the one after it. */
    private double nextExpected(int week) {
        return SeasonalRegression.decode(regression.encode())
                .observe(week + 1, 0)
                .expected();
    }

    @Test
    void aSeasonIsLearnedAndCarriedForward() {
        IntToDoubleFunction mean = week -> 20 * Math.exp(0.8 * Math.cos(2 * Math.PI * week / 52));
        play(poisson(5 * 52, mean));
        assertThat(regression.seasonFactor(5 * 52 + 1) / regression.seasonFactor(5 * 52 + 27))
                .isBetween(0.8 * Math.exp(1.6), 1.25 * Math.exp(1.6));
        double sum = 0;
        for (int week = 1; week <= 52; week++) {
            sum += regression.seasonFactor(week);
        }
        assertThat(sum / 52).isEqualTo(1, within(1e-9));
    }

    @Test
    void aSeriesWithoutASeasonIsGivenNone() {
        play(poisson(5 * 52, week -> 3));
        for (int week = 1; week <= 52; week++) {
            assertThat(regression.seasonFactor(week)).isBetween(0.8, 1.25);
        }
    }

    @Test
    void theSeasonComesAroundInTheNextYearAndIsNoAlarm() {
        long[] counts = poisson(6 * 52, week -> 10 * Math.exp(Math.sin(2 * Math.PI * week / 52) + 0.1 * (week / 52.0)));
        int alarms = 0;
        for (int i = 0; i < counts.length; i++) {
            alarms += regression.observe(i + 1, counts[i]).isAlarm() && i >= 2 * 52 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(4 * 52 / 25);
    }

    @Test
    void aboutOneCalmWeekInAHundredIsAnAlarm() {
        for (double mean : new double[] {0.2, 2, 20, 200}) {
            SeasonalRegression calm = new SeasonalRegression(SeasonalRegression.CALENDAR_YEAR);
            long[] counts = poisson(5000, week -> mean);
            int alarms = 0;
            for (int i = 0; i < counts.length; i++) {
                alarms += calm.observe(i + 1, counts[i]).isAlarm() ? 1 : 0;
            }
            assertThat(alarms).as("mean %s", mean).isBetween(10, 75);
        }
    }

    @Test
    void twoRaisedWeeksAreAnAlarmThatOneOfThemWouldNotBe() {
        long[] counts = new long[200];
        Arrays.setAll(counts, i -> i % 2 == 0 ? 18 : 22);
        counts[198] = 29;
        counts[199] = 30;
        WeekVerdict verdict = play(counts);
        assertThat(verdict.seen()).isEqualTo(59);
        assertThat(verdict.isAlarm()).isTrue();
        SeasonalRegression other = new SeasonalRegression(52);
        for (int i = 0; i < 198; i++) {
            other.observe(i + 1, counts[i]);
        }
        assertThat(other.observe(200, 30).isAlarm()).isFalse();
    }

    @Test
    void anOutbreakDoesNotBecomeTheBaseline() {
        long[] counts = poisson(300, week -> 10);
        play(counts);
        double before = nextExpected(300);
        for (int week = 301; week <= 303; week++) {
            assertThat(regression.observe(week, 60).isAlarm()).isTrue();
        }
        assertThat(nextExpected(303)).isBetween(0.8 * before, 1.3 * before);
    }

    @Test
    void aLastingShiftIsFollowedInTheEnd() {
        play(poisson(300, week -> week <= 200 ? 5 : 50));
        assertThat(regression.observe(301, 50).isAlarm()).isFalse();
        assertThat(regression.observe(302, 50).expected()).isBetween(80.0, 130.0);
    }

    @Test
    void aWeekWithoutDataHardlyChangesTheForecast() {
        long[] counts = poisson(300, week -> 12 + 6 * Math.sin(2 * Math.PI * week / 52));
        SeasonalRegression gappy = new SeasonalRegression(52);
        for (int i = 0; i < counts.length; i++) {
            WeekVerdict whole = regression.observe(i + 1, counts[i]);
            if (i % 17 == 3) {
                continue;
            }
            WeekVerdict verdict = gappy.observe(i + 1, counts[i]);
            if (i > 104 && i % 17 != 4) {
                assertThat(verdict.expected()).isBetween(0.85 * whole.expected(), 1.15 * whole.expected());
            }
            assertThat(verdict.seen()).isEqualTo(counts[i] + (i == 0 || i % 17 == 4 ? 0 : counts[i - 1]));
        }
    }

    @Test
    void oneCaseAfterYearsOfNoneIsNoAlarmAndThreeAre() {
        for (int week = 1; week <= 500; week++) {
            assertThat(regression.observe(week, 0).isAlarm()).isFalse();
        }
        assertThat(regression.observe(501, 1).isAlarm()).isFalse();
        assertThat(regression.observe(502, 0).isAlarm()).isFalse();
        assertThat(regression.observe(503, 3).isAlarm()).isTrue();
    }

    @Test
    void theFirstWeekIsNeverAnAlarm() {
        assertThat(regression.observe(-5, 1_000_000).isAlarm()).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        regression.observe(7, 3);
        assertThatThrownBy(() -> regression.observe(7, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("week 7 does not follow week 7");
        assertThatThrownBy(() -> regression.observe(8, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> regression.observe(8, SeasonalRegression.LARGEST_COUNT + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeasonalRegression(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeasonalRegression.decode(new byte[] {1, 2, 3}))
                .isInstanceOf(StateFormatException.class);
        assertThat(regression.weeks()).isEqualTo(1);
    }
}
