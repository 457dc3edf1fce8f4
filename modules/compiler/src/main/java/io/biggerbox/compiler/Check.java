package io.biggerbox.compiler;

import io.biggerbox.text.learned.ThemeModel;
import java.util.ArrayList;
import java.util.List;

/** What students said of texts that they had not been shown, and what was right. */
final class Check {
    /** Probabilities from which a theme may count. */
    private static final double LOWEST = 0.25;

    private static final double HIGHEST = 0.8;
    private static final double STEP = 0.05;

    /** Share of the texts that may fall below: a theme that is missed costs less than one that was never spoken of. */
    private static final double LEFT_OUT = 0.1;

    /** A theme counts from where it was right so often. */
    private static final double RIGHT_ENOUGH = 0.6;

    private static final int FEWEST = 4;
    private static final double UNKNOWN = 0.5;
    private static final double SMALL = 1e-6;

    /** Logits, and the probabilities that were right. */
    private final List<float[]> logits = new ArrayList<>();

    private final List<float[]> right = new ArrayList<>();
    private final int classes;

    Check(int classes) {
        this.classes = classes;
    }

    void add(float[] said, float[] truth) {
        logits.add(said);
        right.add(truth);
    }

    int size() {
        return logits.size();
    }

    float[] truth(int i) {
        return right.get(i);
    }

    /** Probabilities of every text after sharpening. */
    List<float[]> said(float sharpness) {
        List<float[]> all = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            all.add(said(i, sharpness));
        }
        return all;
    }

    private float[] said(int i, float sharpness) {
        float[] out = logits.get(i).clone();
        for (int c = 0; c < classes; c++) {
            out[c] *= sharpness;
        }
        Student.softmax(out);
        return out;
    }

    /** What logits must be multiplied with so that probabilities are right on average (Guo et al., 2017). */
    float sharpness() {
        float best = 1;
        double least = Double.MAX_VALUE;
        for (int step = 6; step <= 60 && size() > 0; step++) {
            float sharpness = step / 20f;
            double loss = 0;
            for (int i = 0; i < size(); i++) {
                float[] said = said(i, sharpness);
                for (int c = 0; c < classes; c++) {
                    loss -= truth(i)[c] > 0 ? truth(i)[c] * StrictMath.log(Math.max(SMALL, said[c])) : 0;
                }
            }
            if (loss < least) {
                least = loss;
                best = sharpness;
            }
        }
        return best;
    }

    /**
     * For each class the probability from which it counts: what nine of ten texts reach in the theme that they
     * are most likely about, so that texts about nothing of the kind mostly do not. Higher for themes that are often wrong there.
     */
    float[] thresholds(List<float[]> said) {
        double usual = usual(said);
        float[] thresholds = new float[classes];
        for (int c = 0; c < classes; c++) {
            thresholds[c] = threshold(c, said, usual);
        }
        return thresholds;
    }

    private double usual(List<float[]> said) {
        double[] reached = said.stream()
                .filter(row -> Confusion.best(row) < classes - 1)
                .mapToDouble(row -> row[Confusion.best(row)])
                .sorted()
                .toArray();
        double reach = reached.length < FEWEST ? UNKNOWN : reached[(int) (LEFT_OUT * reached.length)];
        return Math.max(LOWEST, Math.min(HIGHEST, reach));
    }

    private float threshold(int label, List<float[]> said, double usual) {
        for (double from = usual; from < HIGHEST; from += STEP) {
            int count = 0;
            double good = 0;
            for (int i = 0; i < size(); i++) {
                if (said.get(i)[label] >= from) {
                    count++;
                    good += truth(i)[label];
                }
            }
            if (count < FEWEST || good >= RIGHT_ENOUGH * count) {
                return (float) from;
            }
        }
        return (float) HIGHEST;
    }

    /** Share of texts of which the likeliest class is right; NaN without texts. */
    double agreement() {
        double good = 0;
        for (int i = 0; i < size(); i++) {
            good += truth(i)[Confusion.best(logits.get(i))];
        }
        return good / size();
    }

    /**
     * How good a theme is.
     *
     * @param precision of what it claimed, the share that was right; 0 to 1, NaN if it claimed nothing
     * @param recall of what it should have claimed, the share that it did; NaN if there was nothing
     * @param texts what it should have claimed, in texts
     */
    record Quality(double precision, double recall, double texts) {}

    Quality quality(int label, List<float[]> said, ThemeModel model) {
        double claimed = 0;
        double good = 0;
        double all = 0;
        for (int i = 0; i < size(); i++) {
            double truth = truth(i)[label];
            all += truth;
            if (model.claims(said.get(i), label)) {
                claimed++;
                good += truth;
            }
        }
        return new Quality(good / claimed, good / all, all);
    }
}
