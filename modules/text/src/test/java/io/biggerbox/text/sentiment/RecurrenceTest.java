package io.biggerbox.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.tokens.SentenceSplitter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 40, 41, 96})
    void shouldAgreeWithUnitsRunOneByOne(int units) {
        Recurrence recurrence = new Recurrence(units);
        Way way = new Way(SentenceSplitter.LONGEST_SENTENCE, units);
        // the longest first: what it leaves behind must not matter
        for (int words : new int[] {SentenceSplitter.LONGEST_SENTENCE, 1, 2, 9}) {
            way.words = 0;
            for (int slot = 0; slot < words; slot++) {
                way.add(slot);
                for (int u = 0; u < 2 * units; u++) {
                    way.candidates[slot][u] = 2 * random.nextFloat() - 1;
                    way.gates[slot][u] = random.nextFloat();
                }
            }
            float[] peaks = new float[2 * units];
            float[] sums = new float[2 * units];
            recurrence.run(way, peaks, sums);
            float[] expectedPeaks = new float[2 * units];
            float[] expectedSums = new float[2 * units];
            oneByOne(way, units, expectedPeaks, expectedSums);
            assertThat(peaks).isEqualTo(expectedPeaks);
            assertThat(sums).isEqualTo(expectedSums);
        }
    }

    private static void oneByOne(Way way, int units, float[] peaks, float[] sums) {
        Arrays.fill(peaks, -1);
        for (int u = 0; u < 2 * units; u++) {
            float state = 0;
            for (int k = 0; k < way.words; k++) {
                int slot = u < units ? k : way.words - 1 - k;
                float candidate = way.candidates[slot][u];
                state = candidate + way.gates[slot][u] * (state - candidate);
                peaks[u] = Math.max(peaks[u], state);
                sums[u] += state;
            }
        }
    }
}
