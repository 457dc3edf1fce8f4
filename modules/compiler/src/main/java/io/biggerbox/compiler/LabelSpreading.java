package io.biggerbox.compiler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lets labels spread from the texts that have one to those most like them, and on to theirs (learning with local and global
 * consistency, Zhou et al., 2004). A text that little reaches belongs to none of the themes.
 */
final class LabelSpreading {
    /** Share that comes from the neighbours; the rest is what somebody said. */
    private static final float REACH = 0.95f;

    private static final int ROUNDS = 40;

    /** How much themes that reach far are held back for those that do not: 0 not at all, 1 until all are as large. */
    private static final double BALANCE = 0.7;

    /** Makes the likeliest theme of a text likelier. */
    private static final int SHARPEN = 2;

    /** A text that gets less than this share of what is usual is about something else. */
    private static final double OUTSIDE = 0.15;

    private LabelSpreading() {}

    /**
     * Spreads.
     *
     * @param graph all texts
     * @param given for each text the probabilities of all classes that somebody gave it; null for those nobody judged
     * @param classes how many there are; the last is none of the themes
     * @return for each text the probabilities of all classes
     */
    static float[][] spread(Neighbours graph, float[] @Nullable [] given, int classes) {
        float[][] start = start(given, classes);
        float[][] now = start;
        for (int round = 0; round < ROUNDS; round++) {
            float[][] next = new float[graph.size()][classes];
            for (int i = 0; i < next.length; i++) {
                graph.gather(i, now, REACH, next[i]);
                for (int c = 0; c < classes; c++) {
                    next[i][c] += (1 - REACH) * start[i][c];
                }
            }
            now = next;
        }
        return shares(now, given, classes);
    }

    /** Every theme begins with the same mass, however many examples it has. */
    private static float[][] start(float[] @Nullable [] given, int classes) {
        float[] masses = new float[classes];
        for (float[] row : given) {
            if (row != null) {
                for (int c = 0; c < classes; c++) {
                    masses[c] += row[c];
                }
            }
        }
        float[][] start = new float[given.length][classes];
        for (int i = 0; i < given.length; i++) {
            for (int c = 0; given[i] != null && c < classes; c++) {
                start[i][c] = masses[c] > 0 ? given[i][c] / masses[c] : 0;
            }
        }
        return start;
    }

    private static float[][] shares(float[][] reached, float[] @Nullable [] given, int classes) {
        double[] sizes = new double[classes];
        for (float[] row : reached) {
            for (int c = 0; c < classes; c++) {
                sizes[c] += row[c];
            }
        }
        double[] masses = new double[reached.length];
        for (int i = 0; i < reached.length; i++) {
            for (int c = 0; c < classes; c++) {
                reached[i][c] /= (float) StrictMath.pow(Math.max(sizes[c], 1e-9), BALANCE);
                masses[i] += reached[i][c];
            }
        }
        double usual = median(masses);
        int none = classes - 1;
        float[][] shares = new float[reached.length][classes];
        for (int i = 0; i < reached.length; i++) {
            if (given[i] != null) {
                System.arraycopy(given[i], 0, shares[i], 0, classes);
                continue;
            }
            double outside = Math.max(0, 1 - masses[i] / Math.max(OUTSIDE * usual, 1e-30));
            sharpen(reached[i], shares[i], (float) (1 - outside));
            shares[i][none] += masses[i] > 0 ? (float) outside : 1;
        }
        return shares;
    }

    private static void sharpen(float[] row, float[] out, float all) {
        float largest = 0;
        for (float value : row) {
            largest = Math.max(largest, value);
        }
        if (largest <= 0) {
            return;
        }
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            double share = StrictMath.pow(Math.max(0, row[c] / largest), SHARPEN);
            out[c] = (float) share;
            sum += share;
        }
        for (int c = 0; c < row.length; c++) {
            out[c] *= (float) (all / sum);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
