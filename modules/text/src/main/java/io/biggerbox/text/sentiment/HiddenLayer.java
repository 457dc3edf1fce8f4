package io.biggerbox.text.sentiment;

import java.util.Arrays;

/**
 * The layer between what the units saw and the logits. Eight hidden units are summed up at once: what they give one state
 * lies side by side, and none of the eight sums waits for another. Immutable.
 */
final class HiddenLayer {
    private static final int ABREAST = 8;

    /** Per eight hidden units: for each largest state, then for each mean state, eight weights. */
    private final float[][] weights;

    /** Of every hidden unit, and 0 for those that are missing to a multiple of eight. */
    private final float[] bias;

    /**
     * @param weights a row for each largest state, then one for each mean state, with a weight for every hidden unit
     * @param bias of every hidden unit
     */
    HiddenLayer(float[] weights, float[] bias) {
        int hidden = bias.length;
        int rows = weights.length / hidden;
        this.weights = new float[(hidden + ABREAST - 1) / ABREAST][rows * ABREAST];
        this.bias = Arrays.copyOf(bias, this.weights.length * ABREAST);
        for (int row = 0; row < rows; row++) {
            for (int h = 0; h < hidden; h++) {
                this.weights[h / ABREAST][row * ABREAST + h % ABREAST] = weights[row * hidden + h];
            }
        }
    }

    /** What the hidden units make of it; none is below 0. May have zeros at its end. */
    float[] of(float[] peaks, float[] sums, float share) {
        float[] out = bias.clone();
        for (int block = 0; block < weights.length; block++) {
            add(peaks, weights[block], 0, 1, out, block * ABREAST);
            add(sums, weights[block], peaks.length * ABREAST, share, out, block * ABREAST);
        }
        for (int h = 0; h < out.length; h++) {
            out[h] = Math.max(0, out[h]);
        }
        return out;
    }

    private static void add(float[] states, float[] weights, int from, float share, float[] out, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int at = from;
        for (float state : states) {
            a += state * weights[at];
            b += state * weights[at + 1];
            c += state * weights[at + 2];
            d += state * weights[at + 3];
            e += state * weights[at + 4];
            f += state * weights[at + 5];
            g += state * weights[at + 6];
            h += state * weights[at + 7];
            at += ABREAST;
        }
        out[to] += share * a;
        out[to + 1] += share * b;
        out[to + 2] += share * c;
        out[to + 3] += share * d;
        out[to + 4] += share * e;
        out[to + 5] += share * f;
        out[to + 6] += share * g;
        out[to + 7] += share * h;
    }
}
