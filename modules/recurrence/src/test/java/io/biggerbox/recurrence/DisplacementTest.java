package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplacementTest {

    private static final int TODAY = 20_000;
    private static final int CHANGE = TODAY - 20;
    private static final int FIRST = TODAY - 99;

    private final Exposure exposure = exposure();

    private static Exposure exposure() {
        ProductState state = new ProductState(new MemoryStore(), FIRST * 24L, FIRST * 24L, Instant.EPOCH);
        for (int day = FIRST; day <= TODAY; day++) {
            state.add(day * 24L, 30, 0, 7);
            state.close((day + 1) * 24L);
        }
        return new Exposure(state.days(), TODAY, 24);
    }

    private DayView theme(Random random, double before, double after) {
        SeriesState series = new SeriesState(FIRST);
        for (int day = FIRST; day <= TODAY; day++) {
            double mean = day < CHANGE ? before : after;
            int count = 0;
            for (double left = random.nextDouble(); left > StrictMath.exp(-mean); left *= random.nextDouble()) {
                count++;
            }
            series.complainants.add(day, count);
        }
        return new DayView(series, exposure, FIRST, Integer.MAX_VALUE);
    }

    private static Verification none() {
        return new Verification(
                Instant.EPOCH, 0.5, 28, 20, 28, 20, 9, 9, 1, 1, null, Verdict.VERIFIED, true, 0, List.of());
    }

    @Test
    void chanceAmongFortyThemesIsRarelyTakenForDisplacedPain() {
        Random random = new Random(1);
        int wrong = 0;
        for (int run = 0; run < 200; run++) {
            Displacement displacement = new Displacement();
            for (int i = 0; i < 40; i++) {
                displacement.add("t" + i, theme(random, 0.5, 0.5), CHANGE, 5);
            }
            Verification found = displacement.addTo(none());
            assertThat(found.compared()).isEqualTo(40);
            wrong += found.displaced().isEmpty() ? 0 : 1;
        }
        assertThat(wrong).as("of 200 changes, at a level of 5 %").isLessThanOrEqualTo(10);
    }

    @Test
    void aRiseAmongFortyThemesIsFound() {
        Random random = new Random(2);
        int found = 0;
        for (int run = 0; run < 50; run++) {
            Displacement displacement = new Displacement();
            for (int i = 0; i < 39; i++) {
                displacement.add("t" + i, theme(random, 0.5, 0.5), CHANGE, 5);
            }
            displacement.add("risen", theme(random, 1, 3), CHANGE, 5);
            found += displacement.addTo(none()).displaced().stream()
                            .anyMatch(risen -> risen.theme().equals("risen"))
                    ? 1
                    : 0;
        }
        assertThat(found).as("of 50 rises to three times as much").isGreaterThanOrEqualTo(45);
    }
}
