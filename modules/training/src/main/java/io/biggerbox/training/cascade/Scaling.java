package io.biggerbox.training.cascade;

import java.util.List;

/** Makes all numbers of embeddings vary alike, so that a head learns all of them at one pace. */
final class Scaling {
    /** How far they vary then: about as far as the numbers of a vector of length 1 in ten dimensions. */
    private static final double SPREAD = 0.3;

    private final double[] means;
    private final double[] factors;

    private Scaling(double[] means, double[] factors) {
        this.means = means;
        this.factors = factors;
    }

    static Scaling of(List<float[]> embeddings) {
        int size = embeddings.get(0).length;
        double[] means = new double[size];
        double[] squares = new double[size];
        for (float[] embedding : embeddings) {
            for (int i = 0; i < size; i++) {
                means[i] += embedding[i];
                squares[i] += (double) embedding[i] * embedding[i];
            }
        }
        double[] factors = new double[size];
        for (int i = 0; i < size; i++) {
            means[i] /= embeddings.size();
            double variance = squares[i] / embeddings.size() - means[i] * means[i];
            factors[i] = SPREAD / Math.sqrt(Math.max(variance, 1e-12));
        }
        return new Scaling(means, factors);
    }

    float[] scaled(float[] embedding) {
        float[] scaled = new float[embedding.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) ((embedding[i] - means[i]) * factors[i]);
        }
        return scaled;
    }

    /** Weights and, at the end, bias for embeddings as they are, of such for scaled ones. */
    float[] folded(double[] weights) {
        float[] folded = new float[weights.length];
        double bias = weights[means.length];
        for (int i = 0; i < means.length; i++) {
            folded[i] = (float) (weights[i] * factors[i]);
            bias -= weights[i] * factors[i] * means[i];
        }
        folded[means.length] = (float) bias;
        return folded;
    }
}
