package io.biggerbox.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.tokens.SentenceSplitter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
                    way.openForward[slot][u] = 2 * random.nextFloat() - 1;
                    way.openBackward[slot][u] = 2 * random.nextFloat() - 1;
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

    @Test
    void shouldOpenCandidatesAndGatesByTheWordAndItsNeighbour() {
        float[] opened = new float[4];
        Recurrence.open(new float[] {1, -3, 0, 8}, new float[] {0, 2, 0, 1}, opened);

        assertThat(opened).containsExactly(0.5f, -0.5f, 0, 0.9f);
    }

    private static void oneByOne(Way way, int units, float[] peaks, float[] sums) {
        Arrays.fill(peaks, -1);
        for (int u = 0; u < 2 * units; u++) {
            float state = 0;
            for (int k = 0; k < way.words; k++) {
                float[] open = u < units ? way.openForward[k] : way.openBackward[way.words - 1 - k];
                float candidate = open[u % units];
                float gate = 0.5f + 0.5f * open[units + u % units];
                state = candidate + gate * (state - candidate);
                peaks[u] = Math.max(peaks[u], state);
                sums[u] += state;
            }
        }
    }
}
