package io.biggerbox.text.sentiment;

/** The layer between what the units saw and the logits. Immutable. */
final class HiddenLayer {
    /** Per hidden unit: weights of the units' largest states. */
    private final float[][] ofPeaks;

    /** Per hidden unit: weights of the units' mean states. */
    private final float[][] ofMeans;

    private final float[] bias;

    /**
     * @param weights a row for each largest state, then one for each mean state, with a weight for every hidden unit
     * @param bias of every hidden unit; an even number of them
     */
    HiddenLayer(float[] weights, float[] bias) {
        int states = weights.length / bias.length / 2;
        this.ofPeaks = new float[bias.length][states];
        this.ofMeans = new float[bias.length][states];
        this.bias = bias;
        for (int h = 0; h < bias.length; h++) {
            for (int u = 0; u < states; u++) {
                ofPeaks[h][u] = weights[u * bias.length + h];
                ofMeans[h][u] = weights[(states + u) * bias.length + h];
            }
        }
    }

    /** What the hidden units make of it; none is below 0. */
    float[] of(float[] peaks, float[] sums, float share) {
        float[] out = new float[bias.length];
        for (int h = 0; h < out.length; h += 2) {
            two(h, peaks, sums, share, out);
        }
        return out;
    }

    /** Two hidden units at once, as they read the same states; four sums each, so that no addition waits for the last. */
    private void two(int h, float[] peaks, float[] sums, float share, float[] out) {
        dot(peaks, ofPeaks[h], ofPeaks[h + 1], h, out);
        float a = bias[h] + out[h];
        float b = bias[h + 1] + out[h + 1];
        dot(sums, ofMeans[h], ofMeans[h + 1], h, out);
        out[h] = Math.max(0, a + share * out[h]);
        out[h + 1] = Math.max(0, b + share * out[h + 1]);
    }

    private static void dot(float[] states, float[] first, float[] second, int h, float[] out) {
        float a0 = 0;
        float a1 = 0;
        float a2 = 0;
        float a3 = 0;
        float b0 = 0;
        float b1 = 0;
        float b2 = 0;
        float b3 = 0;
        for (int u = 0; u < states.length; u += 4) {
            float s0 = states[u];
            float s1 = states[u + 1];
            float s2 = states[u + 2];
            float s3 = states[u + 3];
            a0 += s0 * first[u];
            a1 += s1 * first[u + 1];
            a2 += s2 * first[u + 2];
            a3 += s3 * first[u + 3];
            b0 += s0 * second[u];
            b1 += s1 * second[u + 1];
            b2 += s2 * second[u + 2];
            b3 += s3 * second[u + 3];
        }
        out[h] = a0 + a1 + (a2 + a3);
        out[h + 1] = b0 + b1 + (b2 + b3);
    }
}
