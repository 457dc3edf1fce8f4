package io.biggerbox.compiler;

import java.util.Arrays;

/**
 * The texts that are most like each text, as a symmetric graph. Its weights are cosines of the centred meanings, raised to
 * a power so that near neighbours count, then scaled by the degrees at both ends.
 */
final class Neighbours {
    private static final int COUNT = 15;
    private static final int ROWS_AT_ONCE = 8;
    private static final double POWER = 6;

    private final int[][] ids;
    private final float[][] weights;

    private Neighbours(int[][] ids, float[][] weights) {
        this.ids = ids;
        this.weights = weights;
    }

    /** @param vectors of length 1 each */
    static Neighbours of(float[][] vectors) {
        int size = vectors.length;
        int width = vectors[0].length;
        float[][] columns = new float[width][size];
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < width; d++) {
                columns[d][i] = vectors[i][d];
            }
        }
        int count = Math.min(COUNT, size - 1);
        int[][] nearest = new int[size][];
        float[][] cosines = new float[size][];
        float[][] rows = new float[ROWS_AT_ONCE][size];
        for (int from = 0; from < size; from += ROWS_AT_ONCE) {
            int to = Math.min(size, from + ROWS_AT_ONCE);
            for (int i = from; i < to; i++) {
                Arrays.fill(rows[i - from], 0);
            }
            for (int d = 0; d < width; d++) {
                for (int i = from; i < to; i++) {
                    addScaled(rows[i - from], columns[d], vectors[i][d]);
                }
            }
            for (int i = from; i < to; i++) {
                rows[i - from][i] = Float.NEGATIVE_INFINITY;
                nearest[i] = largest(rows[i - from], count);
                cosines[i] = new float[count];
                for (int k = 0; k < count; k++) {
                    cosines[i][k] = rows[i - from][nearest[i][k]];
                }
            }
        }
        return symmetric(nearest, cosines);
    }

    private static void addScaled(float[] row, float[] column, float factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] += factor * column[j];
        }
    }

    /** Places of the largest values, the largest first; of equal ones the earlier. */
    private static int[] largest(float[] values, int count) {
        int[] top = new int[count];
        int found = 0;
        for (int j = 0; j < values.length; j++) {
            if (found == count && (count == 0 || values[j] <= values[top[count - 1]])) {
                continue;
            }
            int at = found < count ? found++ : count - 1;
            while (at > 0 && values[top[at - 1]] < values[j]) {
                top[at] = top[at - 1];
                at--;
            }
            top[at] = j;
        }
        return top;
    }

    private static Neighbours symmetric(int[][] nearest, float[][] cosines) {
        int size = nearest.length;
        int[] degrees = new int[size];
        for (int i = 0; i < size; i++) {
            for (int j : nearest[i]) {
                degrees[i]++;
                degrees[j] += contains(nearest[j], i) ? 0 : 1;
            }
        }
        int[][] ids = new int[size][];
        float[][] weights = new float[size][];
        for (int i = 0; i < size; i++) {
            ids[i] = new int[degrees[i]];
            weights[i] = new float[degrees[i]];
        }
        int[] filled = new int[size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < nearest[i].length; k++) {
                int j = nearest[i][k];
                float weight = (float) StrictMath.pow(Math.max(0, cosines[i][k]), POWER);
                put(ids, weights, filled, i, j, weight);
                if (!contains(nearest[j], i)) {
                    put(ids, weights, filled, j, i, weight);
                }
            }
        }
        return new Neighbours(ids, scaled(ids, weights));
    }

    private static void put(int[][] ids, float[][] weights, int[] filled, int from, int to, float weight) {
        ids[from][filled[from]] = to;
        weights[from][filled[from]] = weight;
        filled[from]++;
    }

    private static boolean contains(int[] values, int wanted) {
        for (int value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }

    private static float[][] scaled(int[][] ids, float[][] weights) {
        double[] roots = new double[ids.length];
        for (int i = 0; i < ids.length; i++) {
            double sum = 0;
            for (float weight : weights[i]) {
                sum += weight;
            }
            roots[i] = Math.sqrt(Math.max(sum, 1e-9));
        }
        for (int i = 0; i < ids.length; i++) {
            for (int k = 0; k < ids[i].length; k++) {
                weights[i][k] /= (float) (roots[i] * roots[ids[i][k]]);
            }
        }
        return weights;
    }

    int size() {
        return ids.length;
    }

    /** Adds to {@code sum}, times {@code factor}, what the neighbours of {@code i} have, weighed. */
    void gather(int i, float[][] values, float factor, float[] sum) {
        for (int k = 0; k < ids[i].length; k++) {
            addScaled(sum, values[ids[i][k]], factor * weights[i][k]);
        }
    }
}
