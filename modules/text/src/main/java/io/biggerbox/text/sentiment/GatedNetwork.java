package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Vocabulary;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A small recurrent network. Gated units read the sentence forwards and backwards (quasi-recurrent units, Bradbury et
 * al., 2017, of which the forget gate is kept); every word and its neighbour add to them by table, so that reading a word
 * costs additions only. The largest and the mean state of every unit, through one hidden layer, and weights of word
 * sequences (Wang and Manning, 2012) give two logits; NEUTRAL is the reference with logit 0. Immutable.
 */
final class GatedNetwork {
    private static final int CLASSES = 2;
    private static final double NORMAL = 2;

    private final int units;
    private final int row;
    private final int hidden;

    /** Per word: what it adds to the forward and backward units where it stands, then to its right and left neighbour's. */
    private final float[] rows;

    private final float[] unitBias;
    private final float[] hiddenWeights;
    private final float[] hiddenBias;
    private final float[] outWeights;
    private final float[] outBias;
    private final float gramScale;
    private final byte[] grams;
    private final float sharpness;

    private GatedNetwork(DataInputStream in, int words) throws IOException {
        int width = in.readInt();
        this.units = in.readInt();
        this.hidden = in.readInt();
        int buckets = in.readInt();
        this.row = 8 * units;
        float[] scales = floats(in, words);
        byte[] numbers = new byte[words * width];
        in.readFully(numbers);
        this.rows = expanded(scales, numbers, floats(in, width * row), words, width, row);
        this.unitBias = floats(in, 4 * units);
        this.hiddenWeights = floats(in, 4 * units * hidden);
        this.hiddenBias = floats(in, hidden);
        this.outWeights = floats(in, hidden * CLASSES);
        this.outBias = floats(in, CLASSES);
        this.gramScale = in.readFloat();
        this.grams = new byte[buckets * CLASSES];
        in.readFully(grams);
        this.sharpness = in.readFloat();
    }

    static GatedNetwork read(DataInputStream in, int words) throws IOException {
        return new GatedNetwork(in, words);
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }

    /** The file holds few numbers per word and one matrix that makes the rows of them. */
    private static float[] expanded(float[] scales, byte[] numbers, float[] matrix, int words, int width, int row) {
        float[] rows = new float[words * row];
        for (int w = 0; w < words; w++) {
            for (int d = 0; d < width; d++) {
                add(scales[w] * numbers[w * width + d], matrix, d * row, rows, w * row, row);
            }
        }
        return rows;
    }

    private static void add(float factor, float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] += factor * x[from + i];
        }
    }

    /** Reads one sentence, or part of one. */
    Lean read(List<Token> sentence, double rules) {
        int[] inputs = new int[sentence.size()];
        int count = 0;
        int known = 0;
        for (int i = 0; i < inputs.length; i++) {
            Token token = sentence.get(i);
            int input = Inputs.of(token);
            if (input != Vocabulary.NONE) {
                inputs[count] = input;
                count++;
                known += token.isWord() && input != Inputs.UNKNOWN ? 1 : 0;
            }
        }
        float[] peaks = new float[2 * units];
        float[] sums = new float[2 * units];
        if (count > 0) {
            Arrays.fill(peaks, -1);
            run(inputs, count, 0, peaks, sums);
            run(inputs, count, 1, peaks, sums);
        }
        GramSum sum = new GramSum();
        int seen = Inputs.grams(sentence, sum);
        return new Lean(peaks, sums, count, seen, sum.negative * gramScale, sum.positive * gramScale, known, rules);
    }

    /** One direction: 0 reads forwards, 1 backwards. */
    private void run(int[] inputs, int count, int direction, float[] peaks, float[] sums) {
        int two = 2 * units;
        int own = direction * two;
        int near = 2 * two + direction * two;
        int shift = direction * units;
        float[] pre = new float[two];
        float[] state = new float[units];
        int neighbour = Inputs.EDGE;
        for (int k = 0; k < count; k++) {
            int word = inputs[direction == 0 ? k : count - 1 - k];
            gather(word * row + own, neighbour * row + near, own, pre, two);
            step(pre, state, units);
            pool(state, peaks, sums, shift, units);
            neighbour = word;
        }
    }

    private void gather(int own, int near, int bias, float[] pre, int count) {
        for (int i = 0; i < count; i++) {
            pre[i] = rows[own + i] + rows[near + i] + unitBias[bias + i];
        }
        for (int i = 0; i < count; i++) {
            pre[i] = pre[i] / (1 + Math.abs(pre[i]));
        }
    }

    private static void step(float[] pre, float[] state, int units) {
        for (int u = 0; u < units; u++) {
            state[u] = pre[u] + (0.5f + 0.5f * pre[units + u]) * (state[u] - pre[u]);
        }
    }

    private static void pool(float[] state, float[] peaks, float[] sums, int shift, int units) {
        for (int u = 0; u < units; u++) {
            sums[shift + u] += state[u];
            peaks[shift + u] = Math.max(peaks[shift + u], state[u]);
        }
    }

    /** Sharpened logits of NEGATIVE and POSITIVE. */
    double[] logits(Lean lean) {
        float[] inner = hiddenBias.clone();
        int two = 2 * units;
        if (lean.words > 0) {
            for (int u = 0; u < two; u++) {
                add(lean.peaks[u], hiddenWeights, u * hidden, inner, 0, hidden);
                add(lean.sums[u] / lean.words, hiddenWeights, (two + u) * hidden, inner, 0, hidden);
            }
        }
        float norm = (float) (1 / Math.sqrt(lean.grams + NORMAL));
        float negative = outBias[0] + norm * lean.negative;
        float positive = outBias[1] + norm * lean.positive;
        for (int h = 0; h < hidden; h++) {
            float active = Math.max(0, inner[h]);
            negative += active * outWeights[h * CLASSES];
            positive += active * outWeights[h * CLASSES + 1];
        }
        return new double[] {negative * sharpness, positive * sharpness};
    }

    /** Adds up the weights of word sequences; confined to one call. */
    private final class GramSum implements java.util.function.IntConsumer {
        private int negative;
        private int positive;

        @Override
        public void accept(int hash) {
            int at = (hash & (grams.length / CLASSES - 1)) * CLASSES;
            negative += grams[at];
            positive += grams[at + 1];
        }
    }
}
