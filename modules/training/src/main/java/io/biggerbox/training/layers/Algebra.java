package io.biggerbox.training.layers;

/** Sums over rows of numbers, written so that the compiler makes vector instructions of them; always in the same order. */
public final class Algebra {
    private static final int ABREAST = 4;

    private Algebra() {}

    /** Adds {@code factor} times one row to another. */
    public static void add(float factor, float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] += factor * x[from + i];
        }
    }

    /**
     * Adds a weighted sum of neighbouring rows to a row: four at a time, so that the sum is fetched and kept a quarter as
     * often.
     *
     * @param factors one per row, from {@code at} on
     * @param rows the rows, {@code count} numbers each, one after another from the first number on
     * @param several how many rows
     */
    public static void addAll(float[] factors, int at, float[] rows, int several, float[] y, int to, int count) {
        int r = 0;
        for (; r + ABREAST <= several; r += ABREAST) {
            float f0 = factors[at + r];
            float f1 = factors[at + r + 1];
            float f2 = factors[at + r + 2];
            float f3 = factors[at + r + 3];
            int r0 = r * count;
            int r1 = r0 + count;
            int r2 = r1 + count;
            int r3 = r2 + count;
            for (int i = 0; i < count; i++) {
                y[to + i] += f0 * rows[r0 + i] + f1 * rows[r1 + i] + (f2 * rows[r2 + i] + f3 * rows[r3 + i]);
            }
        }
        for (; r < several; r++) {
            add(factors[at + r], rows, r * count, y, to, count);
        }
    }

    /** Sum of products of two rows. */
    public static float dot(float[] a, int from, float[] b, int at, int count) {
        // four sums: one would wait for every addition
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + ABREAST <= count; i += ABREAST) {
            s0 += a[from + i] * b[at + i];
            s1 += a[from + i + 1] * b[at + i + 1];
            s2 += a[from + i + 2] * b[at + i + 2];
            s3 += a[from + i + 3] * b[at + i + 3];
        }
        for (; i < count; i++) {
            s0 += a[from + i] * b[at + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Rows become columns: sums then run over neighbours in memory. */
    public static float[] turned(float[] matrix, int rows, int columns) {
        float[] out = new float[matrix.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[c * rows + r] = matrix[r * columns + c];
            }
        }
        return out;
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE; NEUTRAL has the logit 0. */
    public static void softmax(float[] logits, float[] out) {
        double top = Math.max(0, Math.max(logits[0], logits[1]));
        double n = StrictMath.exp(logits[0] - top);
        double p = StrictMath.exp(logits[1] - top);
        double o = StrictMath.exp(-top);
        double all = n + p + o;
        out[0] = (float) (n / all);
        out[1] = (float) (o / all);
        out[2] = (float) (p / all);
    }
}
