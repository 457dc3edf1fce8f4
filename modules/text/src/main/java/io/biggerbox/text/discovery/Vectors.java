package io.biggerbox.text.discovery;

/** Arithmetic on vectors, in one order: the same numbers on every machine. */
final class Vectors {

    private Vectors() {}

    static double dot(float[] a, float[] b) {
        // Four sums side by side: the processor need not wait for one addition before the next.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            first += (double) a[i] * b[i];
            second += (double) a[i + 1] * b[i + 1];
            third += (double) a[i + 2] * b[i + 2];
            fourth += (double) a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += (double) a[i] * b[i];
        }
        return first + second + third + fourth;
    }

    /** The same direction with length 1; zeros stay zeros. Changes the array. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }

    /** {@code target = target * scale + added * weight}. */
    static void add(float[] target, double scale, float[] added, double weight) {
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) (target[i] * scale + added[i] * weight);
        }
    }
}
