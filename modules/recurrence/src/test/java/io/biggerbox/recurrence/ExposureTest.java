package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExposureTest {

    private static final int TODAY = 20_000;
    private static final int FIRST = TODAY - 40;
    private static final int LAST = DayRing.LENGTH - 1;

    /** Forty days of thirty texts, and a day that has brought {@code volume} texts after {@code hours}. */
    private static Exposure today(int volume, int hours) {
        ProductState state = new ProductState(new MemoryStore(), FIRST * 24L, FIRST * 24L, Instant.EPOCH);
        for (int day = FIRST; day < TODAY; day++) {
            state.add(day * 24L, 30, 0, 7);
            state.close((day + 1) * 24L);
        }
        state.add(TODAY * 24L, volume, 0, 7);
        state.close(TODAY * 24L + hours);
        return new Exposure(state.days(), TODAY, hours);
    }

    @Test
    void aDayThatGoesOnIsWorthItsHours() {
        assertThat(today(6, 6).factor[LAST]).isEqualTo(0.25);
        assertThat(today(6, 6).factor[LAST - 1]).isEqualTo(1);
    }

    @Test
    void feedbackThatBearsDatesOnlyMakesAWholeDayOfItsFirstHours() {
        assertThat(today(30, 3).factor[LAST]).isCloseTo(1, within(0.05));
    }

    @Test
    void aDayThatIsOverIsAWholeOneHoweverLittleWasHeard() {
        assertThat(today(2, 24).factor[LAST]).isEqualTo(1);
    }

    @Test
    void aCampaignIsMoreThanADayAlsoWhileItGoesOn() {
        assertThat(today(90, 12).factor[LAST]).isCloseTo(3, within(0.2));
    }
}
