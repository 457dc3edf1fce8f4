package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookTimesTest {

    private static final LookTimes EVERY_THREE_HOURS_TWO_LATE = new LookTimes(3, 2);

    private static Instant at(int hour) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(3600L * hour);
    }

    @Test
    void aLookFallsTwoHoursAfterEveryThird() {
        assertThat(EVERY_THREE_HOURS_TWO_LATE.between(at(2), at(4))).isFalse();
        assertThat(EVERY_THREE_HOURS_TWO_LATE.between(at(4), at(5))).isTrue();
        assertThat(EVERY_THREE_HOURS_TWO_LATE.between(at(5), at(5))).isFalse();
        assertThat(EVERY_THREE_HOURS_TWO_LATE.between(at(0), at(48))).isTrue();
    }

    @Test
    void anEventIsLookedAtWhenItsHoursAndTheLateOnesAreOver() {
        assertThat(EVERY_THREE_HOURS_TWO_LATE.areOver(at(1), at(4))).isFalse();
        assertThat(EVERY_THREE_HOURS_TWO_LATE.areOver(at(1), at(5))).isTrue();
        assertThat(EVERY_THREE_HOURS_TWO_LATE.areOver(at(3), at(7))).isFalse();
        assertThat(EVERY_THREE_HOURS_TWO_LATE.areOver(at(3), at(8))).isTrue();
    }
}
