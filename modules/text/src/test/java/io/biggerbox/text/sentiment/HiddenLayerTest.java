package io.biggerbox.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenLayerTest {
    private static final int STATES = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 11, 16})
    void anyNumberOfHiddenUnitsAddsUpWhatTheStatesAreWorth(int hidden) {
        Random random = new Random(hidden);
        float[] weights = drawn(2 * STATES * hidden, random);
        float[] bias = drawn(hidden, random);
        float[] peaks = drawn(STATES, random);
        float[] sums = drawn(STATES, random);

        float[] active = new HiddenLayer(weights, bias).of(peaks, sums, 0.25f);

        for (int h = 0; h < hidden; h++) {
            double expected = bias[h];
            for (int u = 0; u < STATES; u++) {
                expected += peaks[u] * weights[u * hidden + h];
                expected += 0.25 * sums[u] * weights[(STATES + u) * hidden + h];
            }
            assertThat(active[h]).isCloseTo((float) Math.max(0, expected), within(1e-5f));
        }
        for (int h = hidden; h < active.length; h++) {
            assertThat(active[h]).isZero();
        }
    }

    private static float[] drawn(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
