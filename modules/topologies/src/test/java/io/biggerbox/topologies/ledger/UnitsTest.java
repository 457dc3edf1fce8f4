package io.biggerbox.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Property
    void scoresOfFourDecimalsAndCentsSurviveTheWayThereAndBack(@ForAll @IntRange(min = -10_000, max = 10_000) int n) {
        assertThat(Units.score(Units.toScore(n))).isEqualTo(n);
        assertThat(Units.value(Units.toValue(n))).isEqualTo(n);
    }

    @Test
    void thousandTimesATenthIsExactlyAHundred() {
        long sum = 0;
        for (int i = 0; i < 1_000; i++) {
            sum += Units.score(0.1);
        }
        assertThat(Units.toScore(sum)).isEqualTo(100.0);
    }

    @Test
    void daysBeforeTheEpochAreDaysToo() {
        assertThat(Days.of(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo(-1);
        assertThat(Days.mondayOf(Days.of(Instant.parse("1969-12-31T00:00:00Z"))))
                .isEqualTo(Days.of(Instant.parse("1969-12-29T00:00:00Z")));
        assertThat(Days.start(Days.mondayOf(20_000))).isEqualTo(Instant.parse("2024-09-30T00:00:00Z"));
    }
}
