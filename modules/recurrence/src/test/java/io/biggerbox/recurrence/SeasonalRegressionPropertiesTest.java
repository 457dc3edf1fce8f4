package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SeasonalRegressionPropertiesTest {

    private static final long MOST = SeasonalRegression.LARGEST_COUNT;

    @Property(tries = 50)
    void weeksWithoutCasesNeverAlarm(@ForAll @Size(max = 300) List<@IntRange(min = 1, max = 1000) Integer> gaps) {
        SeasonalRegression regression = new SeasonalRegression(52);
        int week = 0;
        for (int gap : gaps) {
            week += gap;
            assertThat(regression.observe(week, 0).isAlarm()).isFalse();
        }
    }

    @Property(tries = 50)
    void aSteadySeriesIsCalmAndTenTimesAsMuchIsNotAtAnyScale(
            @ForAll @LongRange(min = 1, max = MOST / 10) long level, @ForAll @IntRange(min = 60, max = 600) int weeks) {
        SeasonalRegression regression = new SeasonalRegression(52);
        for (int week = 1; week <= weeks; week++) {
            assertThat(regression.observe(week, level).isAlarm()).isFalse();
        }
        WeekVerdict verdict = regression.observe(weeks + 1, 10 * level);
        assertThat(verdict.isAlarm()).isTrue();
        assertThat(verdict.expected()).isBetween(1.8 * level, 2.2 * level + 0.2);
    }

    /** Zeros, a billion and anything between, with gaps: nothing overflows, and no coefficient runs away. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void anyCountsGiveFiniteNumbers(
            @ForAll @Size(max = 400) List<@LongRange(min = 0, max = MOST) Long> counts, @ForAll long seed) {
        SeasonalRegression regression = new SeasonalRegression(SeasonalRegression.CALENDAR_YEAR);
        Random random = new Random(seed);
        int week = random.nextInt();
        for (long count : counts) {
            WeekVerdict verdict = regression.observe(week, random.nextInt(3) == 0 ? 0 : count);
            assertThat(verdict.expected()).isFinite().isPositive();
            assertThat(verdict.tail()).isBetween(0.0, 1.0);
            assertThat(regression.seasonFactor(week)).isBetween(1e-15, 53.0);
            if (week == Integer.MAX_VALUE) {
                return;
            }
            week = random.nextInt(20) == 0 ? Math.max(week + 1, random.nextInt()) : week + 1;
        }
    }

    @Property(tries = 50)
    void aRestartBetweenTwoWeeksChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        SeasonalRegression whole = new SeasonalRegression(52);
        SeasonalRegression restarted = new SeasonalRegression(52);
        long scale = 1L << random.nextInt(24);
        int week = 0;
        for (int i = 0; i < 300; i++) {
            week += random.nextInt(10) == 0 ? 2 : 1;
            long count = (long) (scale * random.nextDouble() * random.nextInt(4));
            assertThat(restarted.observe(week, count)).isEqualTo(whole.observe(week, count));
            byte[] bytes = restarted.encode();
            assertThat(bytes.length).isLessThanOrEqualTo(SeasonalRegression.LARGEST_STATE);
            restarted = SeasonalRegression.decode(bytes);
            assertThat(restarted.encode()).isEqualTo(bytes);
        }
        assertThat(Arrays.equals(whole.encode(), restarted.encode())).isTrue();
    }
}
