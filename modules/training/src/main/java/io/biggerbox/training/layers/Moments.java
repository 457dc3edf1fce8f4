package io.biggerbox.training.layers;

/** Adam (Kingma and Ba, 2015) for one array of numbers; rows may be left out of a step. */
public final class Moments {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float SMALL = 1e-8f;

    private final float[] mean;
    private final float[] square;

    /** For so many numbers, none of which has moved yet. */
    public Moments(int size) {
        this.mean = new float[size];
        this.square = new float[size];
    }

    /** Moves {@code values[at..at+count)} against {@code slopes[from..from+count)}. */
    public void step(float[] values, int at, float[] slopes, int from, int count, float rate, float decay) {
        for (int i = 0; i < count; i++) {
            float g = slopes[from + i];
            float m = FIRST * mean[at + i] + (1 - FIRST) * g;
            float s = SECOND * square[at + i] + (1 - SECOND) * g * g;
            mean[at + i] = m;
            square[at + i] = s;
            values[at + i] -= rate * (m / ((float) Math.sqrt(s) + SMALL) + decay * values[at + i]);
        }
    }
}
