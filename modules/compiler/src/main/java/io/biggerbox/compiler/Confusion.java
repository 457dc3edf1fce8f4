package io.biggerbox.compiler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the teacher takes examples for when it is not told what they are. */
final class Confusion {
    /** A theme that claims this share of another's examples overlaps with it. */
    private static final double OVERLAP = 0.2;

    private final double[][] counts;

    Confusion(int classes) {
        this.counts = new double[classes][classes];
    }

    void add(float[] truth, float[] said) {
        int best = best(said);
        for (int c = 0; c < truth.length; c++) {
            counts[c][best] += truth[c];
        }
    }

    static int best(float[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            best = values[c] > values[best] ? c : best;
        }
        return best;
    }

    private double all(int label) {
        double sum = 0;
        for (double count : counts[label]) {
            sum += count;
        }
        return sum;
    }

    /** Share of its examples that were recognised, 0 to 1; 0 without examples. */
    double recognised(int label) {
        double all = all(label);
        return all == 0 ? 0 : counts[label][label] / all;
    }

    /** Other themes that it was often taken for, the most often first. */
    List<Integer> takenFor(int label) {
        double enough = Math.max(1, OVERLAP * all(label));
        List<Integer> others = new ArrayList<>();
        for (int c = 0; c < counts.length - 1; c++) {
            if (c != label && counts[label][c] >= enough) {
                others.add(c);
            }
        }
        others.sort(Comparator.comparingDouble(c -> -counts[label][c]));
        return others;
    }
}
