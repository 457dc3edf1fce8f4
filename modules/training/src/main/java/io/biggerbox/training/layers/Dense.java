package io.biggerbox.training.layers;

import java.util.Arrays;
import java.util.Random;

/** A layer in which every input counts for every output. */
public final class Dense {
    private static final float DECAY = 1e-4f;

    private final int inputs;
    private final int outputs;

    private final float[] weights;
    private final float[] bias;
    private final float[] weightSlopes;
    private final float[] biasSlopes;
    private final Moments weightMoments;
    private final Moments biasMoments;

    /** A layer with weights that are drawn, small enough for sums of about 1. */
    public Dense(int inputs, int outputs, Random random) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = drawn(inputs * outputs, 1 / Math.sqrt(inputs), random);
        this.bias = new float[outputs];
        this.weightSlopes = new float[weights.length];
        this.biasSlopes = new float[outputs];
        this.weightMoments = new Moments(weights.length);
        this.biasMoments = new Moments(outputs);
    }

    /** Numbers of a normal distribution around 0. */
    public static float[] drawn(int size, double spread, Random random) {
        float[] out = new float[size];
        for (int i = 0; i < size; i++) {
            out[i] = (float) (random.nextGaussian() * spread);
        }
        return out;
    }

    /** Per input a row of outputs; the layer's own array. */
    public float[] weights() {
        return weights;
    }

    /** One per output; the layer's own array. */
    public float[] bias() {
        return bias;
    }

    /** Fills {@code y} with what the inputs {@code x} add up to. */
    public void forward(float[] x, float[] y) {
        System.arraycopy(bias, 0, y, 0, outputs);
        Algebra.addAll(x, 0, weights, inputs, y, 0, outputs);
    }

    /** Adds up what the weights must change, and what the inputs should. */
    public void backward(float[] x, float[] slope, float[] inputSlopes) {
        Algebra.add(1, slope, 0, biasSlopes, 0, outputs);
        for (int i = 0; i < inputs; i++) {
            Algebra.add(x[i], slope, 0, weightSlopes, i * outputs, outputs);
            inputSlopes[i] += Algebra.dot(weights, i * outputs, slope, 0, outputs);
        }
    }

    /** Moves the weights and forgets the slopes. */
    public void step(float rate) {
        weightMoments.step(weights, 0, weightSlopes, 0, weights.length, rate, DECAY);
        biasMoments.step(bias, 0, biasSlopes, 0, outputs, rate, DECAY);
        Arrays.fill(weightSlopes, 0);
        Arrays.fill(biasSlopes, 0);
    }
}
