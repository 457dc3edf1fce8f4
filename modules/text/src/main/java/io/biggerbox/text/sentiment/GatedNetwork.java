package io.biggerbox.text.sentiment;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

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
    private final int hidden;

    private final WordRows rows;
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
        if (units % 2 != 0) {
            throw new IOException("not an even number of units: " + units);
        }
        float[] scales = floats(in, words);
        byte[] numbers = new byte[words * width];
        in.readFully(numbers);
        float[] matrix = floats(in, width * 8 * units);
        this.rows = new WordRows(units, scales, numbers, matrix, floats(in, 4 * units));
        this.hiddenWeights = turned(floats(in, 4 * units * hidden), hidden);
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
        byte[] bytes = new byte[count * Float.BYTES];
        in.readFully(bytes);
        float[] out = new float[count];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(out);
        return out;
    }

    /** Rows become columns: the weights of one hidden unit then stand side by side. */
    private static float[] turned(float[] weights, int columns) {
        int rows = weights.length / columns;
        float[] out = new float[weights.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[c * rows + r] = weights[r * columns + c];
            }
        }
        return out;
    }

    /** What a word adds to the units. */
    WordRow row(int word) {
        return rows.of(word);
    }

    /** What units and word sequences add up to. */
    Lean lean(float[] peaks, float[] sums, int words, int[] hashes, int tokens, int known, double rules) {
        GramSum sum = new GramSum();
        int seen = Inputs.grams(hashes, tokens, sum);
        return new Lean(peaks, sums, words, seen, sum.negative * gramScale, sum.positive * gramScale, known, rules);
    }

    /** Number of units in each direction. */
    int units() {
        return units;
    }

    /** Sharpened logits of NEGATIVE and POSITIVE. */
    double[] logits(Lean lean) {
        float norm = (float) (1 / Math.sqrt(lean.grams + NORMAL));
        float negative = outBias[0] + norm * lean.negative;
        float positive = outBias[1] + norm * lean.positive;
        float share = lean.words == 0 ? 0 : 1f / lean.words;
        int two = 2 * units;
        for (int h = 0; h < hidden; h++) {
            int at = h * 2 * two;
            float sum = weighed(hiddenBias[h], lean, share, at);
            float active = Math.max(0, sum);
            negative += active * outWeights[h * CLASSES];
            positive += active * outWeights[h * CLASSES + 1];
        }
        return new double[] {negative * sharpness, positive * sharpness};
    }

    /** Eight sums, so that no addition waits for the one before it. */
    private float weighed(float bias, Lean lean, float share, int at) {
        float[] peaks = lean.peaks;
        float[] sums = lean.sums;
        int also = at + peaks.length;
        float p0 = 0;
        float p1 = 0;
        float p2 = 0;
        float p3 = 0;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int u = 0; u < peaks.length; u += 4) {
            p0 += peaks[u] * hiddenWeights[at + u];
            p1 += peaks[u + 1] * hiddenWeights[at + u + 1];
            p2 += peaks[u + 2] * hiddenWeights[at + u + 2];
            p3 += peaks[u + 3] * hiddenWeights[at + u + 3];
            s0 += sums[u] * hiddenWeights[also + u];
            s1 += sums[u + 1] * hiddenWeights[also + u + 1];
            s2 += sums[u + 2] * hiddenWeights[also + u + 2];
            s3 += sums[u + 3] * hiddenWeights[also + u + 3];
        }
        return bias + (p0 + p1 + (p2 + p3)) + share * (s0 + s1 + (s2 + s3));
    }

    /** Adds up the weights of word sequences; confined to one call. */
    private final class GramSum implements IntConsumer {
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
