package io.biggerbox.text.sentiment;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

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
    private final WordRows rows;
    private final HiddenLayer hiddenLayer;
    private final float[] outWeights;
    private final float[] outBias;
    private final float gramScale;
    private final byte[] grams;
    private final float sharpness;

    private GatedNetwork(DataInputStream in, int words) throws IOException {
        int width = in.readInt();
        this.units = in.readInt();
        int hidden = in.readInt();
        int buckets = in.readInt();
        float[] scales = floats(in, words);
        byte[] numbers = new byte[words * width];
        in.readFully(numbers);
        float[] matrix = floats(in, width * 8 * units);
        this.rows = new WordRows(units, scales, numbers, matrix, floats(in, 4 * units));
        float[] hiddenWeights = floats(in, 4 * units * hidden);
        this.hiddenLayer = new HiddenLayer(hiddenWeights, floats(in, hidden));
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

    /** What a word adds to the units. */
    WordRow row(int word) {
        return rows.of(word);
    }

    /** What units and word sequences add up to. */
    Lean lean(float[] peaks, float[] sums, int words, int[] hashes, int tokens, int known, double rules) {
        int negative = 0;
        int positive = 0;
        int last = Inputs.START;
        int before = Inputs.START;
        for (int i = 0; i < tokens; i++) {
            int hash = hashes[i];
            int one = place(hash);
            int two = place(Inputs.pair(last, hash));
            int three = place(Inputs.triple(before, last, hash));
            negative += grams[one] + grams[two] + grams[three];
            positive += grams[one + 1] + grams[two + 1] + grams[three + 1];
            before = last;
            last = hash;
        }
        return new Lean(peaks, sums, words, 3 * tokens, negative * gramScale, positive * gramScale, known, rules);
    }

    private int place(int hash) {
        return (hash & (grams.length / CLASSES - 1)) * CLASSES;
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
        float[] active = hiddenLayer.of(lean.peaks, lean.sums, share);
        for (int h = 0; h < outWeights.length / CLASSES; h++) {
            negative += active[h] * outWeights[h * CLASSES];
            positive += active[h] * outWeights[h * CLASSES + 1];
        }
        return new double[] {negative * sharpness, positive * sharpness};
    }
}
