package io.biggerbox.training.student;

import io.biggerbox.training.layers.Algebra;
import io.biggerbox.training.layers.Moments;
import java.util.Arrays;

/**
 * Gated units that read one text forwards and backwards, sentence by sentence (quasi-recurrent units, Bradbury et al.,
 * 2017, of which only the forget gate is kept), and their largest and mean states. Remembers one text at a time.
 */
final class Units {
    private static final float DECAY = 1e-4f;
    private static final int LOWEST = -2;

    private final int units;

    /** Candidate and gate of the forward units, then of the backward ones. */
    final float[] bias;

    private final float[] biasSlopes;
    private final Moments moments;
    private final float[] pre;
    private final int[] where;
    private float[] fresh = new float[0];
    private float[] gate = new float[0];
    private float[] slopeFresh = new float[0];
    private float[] slopeGate = new float[0];
    private float[] state = new float[0];
    private int[][] sentences = new int[0][];
    private int length;

    Units(int units) {
        this.units = units;
        this.bias = new float[4 * units];
        // gates begin half open
        Arrays.fill(bias, units, 2 * units, 1);
        Arrays.fill(bias, 3 * units, 4 * units, 1);
        this.biasSlopes = new float[bias.length];
        this.moments = new Moments(bias.length);
        this.pre = new float[4 * units];
        this.where = new int[2 * units];
    }

    /**
     * Reads a text.
     *
     * @param pools becomes the largest, then the mean state of every unit; all 0 if there is no word
     */
    void forward(int[][] text, WordTable words, float[] pools) {
        sentences = text;
        length = 0;
        for (int[] sentence : text) {
            length += sentence.length;
        }
        int size = length * 2 * units;
        if (fresh.length < size) {
            fresh = new float[size * 2];
            gate = new float[size * 2];
            slopeFresh = new float[size * 2];
            slopeGate = new float[size * 2];
            state = new float[size * 2];
        }
        int base = 0;
        for (int[] sentence : text) {
            gates(words, sentence, base);
            run(sentence.length, base);
            base += sentence.length;
        }
        pool(pools);
    }

    private void gates(WordTable words, int[] sentence, int base) {
        int two = 2 * units;
        for (int t = 0; t < sentence.length; t++) {
            System.arraycopy(bias, 0, pre, 0, 4 * units);
            words.add(sentence[t], 0, pre, 0, 4 * units);
            words.add(t > 0 ? sentence[t - 1] : 0, 4 * units, pre, 0, two);
            words.add(t + 1 < sentence.length ? sentence[t + 1] : 0, 6 * units, pre, two, two);
            int at = (base + t) * two;
            for (int direction = 0; direction < 2; direction++) {
                activate(direction * two, at + direction * units);
            }
        }
    }

    /** Soft sign: as good as the usual curves here, and cheap when reading. */
    private void activate(int from, int to) {
        for (int u = 0; u < units; u++) {
            float x = pre[from + u];
            float d = 1 / (1 + Math.abs(x));
            fresh[to + u] = x * d;
            slopeFresh[to + u] = d * d;
        }
        for (int u = 0; u < units; u++) {
            float x = pre[from + units + u];
            float d = 1 / (1 + Math.abs(x));
            gate[to + u] = 0.5f + 0.5f * x * d;
            slopeGate[to + u] = 0.5f * d * d;
        }
    }

    private void run(int count, int base) {
        int two = 2 * units;
        for (int t = 0; t < count; t++) {
            int at = (base + t) * two;
            for (int u = 0; u < units; u++) {
                float previous = t > 0 ? state[at - two + u] : 0;
                state[at + u] = fresh[at + u] + gate[at + u] * (previous - fresh[at + u]);
            }
        }
        for (int t = count - 1; t >= 0; t--) {
            int at = (base + t) * two + units;
            for (int u = 0; u < units; u++) {
                float previous = t + 1 < count ? state[at + two + u] : 0;
                state[at + u] = fresh[at + u] + gate[at + u] * (previous - fresh[at + u]);
            }
        }
    }

    private void pool(float[] pools) {
        int two = 2 * units;
        Arrays.fill(pools, 0);
        if (length == 0) {
            return;
        }
        Arrays.fill(pools, 0, two, LOWEST);
        for (int t = 0; t < length; t++) {
            for (int u = 0; u < two; u++) {
                float s = state[t * two + u];
                pools[two + u] += s;
                if (s > pools[u]) {
                    pools[u] = s;
                    where[u] = t;
                }
            }
        }
        for (int u = 0; u < two; u++) {
            pools[two + u] /= length;
        }
    }

    /** Adds up what the words and the bias must change so that the pools of the last text do. */
    void backward(float[] poolSlopes, WordTable words) {
        int base = 0;
        for (int[] sentence : sentences) {
            for (int direction = 0; direction < 2; direction++) {
                back(sentence, base, direction, poolSlopes, words);
            }
            base += sentence.length;
        }
    }

    private void back(int[] sentence, int base, int direction, float[] poolSlopes, WordTable words) {
        int two = 2 * units;
        int count = sentence.length;
        int shift = direction * units;
        int step = direction == 0 ? -1 : 1;
        float[] carried = new float[units];
        float[] both = new float[two];
        for (int k = 0; k < count; k++) {
            int t = direction == 0 ? count - 1 - k : k;
            int at = (base + t) * two + shift;
            boolean first = k == count - 1;
            for (int u = 0; u < units; u++) {
                float g = carried[u] + poolSlopes[two + shift + u] / length;
                if (where[shift + u] == base + t) {
                    g += poolSlopes[shift + u];
                }
                float previous = first ? 0 : state[at + step * two + u];
                both[u] = g * (1 - gate[at + u]) * slopeFresh[at + u];
                both[units + u] = g * (previous - fresh[at + u]) * slopeGate[at + u];
                carried[u] = g * gate[at + u];
            }
            int beside = first ? 0 : sentence[t + step];
            words.slope(sentence[t], direction * two, both, two);
            words.slope(beside, 4 * units + direction * two, both, two);
            Algebra.add(1, both, 0, biasSlopes, direction * two, two);
        }
    }

    /** Moves the bias. */
    void step(float rate) {
        moments.step(bias, 0, biasSlopes, 0, bias.length, rate, DECAY);
        Arrays.fill(biasSlopes, 0);
    }
}
