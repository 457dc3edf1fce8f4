package io.biggerbox.text.training;

import io.biggerbox.text.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Multinomial logistic regression with NEUTRAL as the reference, trained by AdaGrad in a fixed order, its weights pulled
 * towards what the lexicons say. Uses {@code StrictMath} only, so that every machine learns the same numbers.
 */
final class Trainer {
    private static final int EPOCHS = 14;
    private static final double RATE = 0.25;
    private static final double PULL = 4e-5;

    /** One example as columns and normalised values, with what its idioms and faces add to the logits. */
    static final class Row {
        private final int[] columns;
        private final double[] values;
        private final double negativeOffset;
        private final double positiveOffset;
        private final SentimentLabel label;
        private final double weight;

        Row(
                int[] columns,
                double[] values,
                double negativeOffset,
                double positiveOffset,
                SentimentLabel label,
                double weight) {
            this.columns = columns.clone();
            this.values = values.clone();
            this.negativeOffset = negativeOffset;
            this.positiveOffset = positiveOffset;
            this.label = label;
            this.weight = weight;
        }
    }

    private final double[] negative;
    private final double[] positive;
    private final double[] priorNegative;
    private final double[] priorPositive;
    private double negativeBias;
    private double positiveBias;

    Trainer(double[] priorNegative, double[] priorPositive) {
        this.priorNegative = priorNegative.clone();
        this.priorPositive = priorPositive.clone();
        this.negative = priorNegative.clone();
        this.positive = priorPositive.clone();
    }

    void train(List<Row> rows) {
        double[] squaresNegative = new double[negative.length];
        double[] squaresPositive = new double[negative.length];
        double biasSquares = 1;
        int stride = 7919;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            int at = epoch;
            for (int step = 0; step < rows.size(); step++) {
                at = (at + stride) % rows.size();
                Row row = rows.get(at);
                double[] p = probabilities(row);
                double gn = row.weight * (p[0] - (row.label == SentimentLabel.NEGATIVE ? 1 : 0));
                double gp = row.weight * (p[2] - (row.label == SentimentLabel.POSITIVE ? 1 : 0));
                biasSquares += gn * gn + gp * gp;
                double biasRate = RATE / StrictMath.sqrt(biasSquares);
                negativeBias -= biasRate * gn;
                positiveBias -= biasRate * gp;
                for (int k = 0; k < row.columns.length; k++) {
                    int c = row.columns[k];
                    double v = row.values[k];
                    negative[c] = moved(negative[c], priorNegative[c], gn * v, squaresNegative, c);
                    positive[c] = moved(positive[c], priorPositive[c], gp * v, squaresPositive, c);
                }
            }
        }
    }

    private static double moved(double weight, double prior, double slope, double[] squares, int c) {
        double gradient = slope + PULL * (weight - prior);
        squares[c] += gradient * gradient;
        return weight - RATE * gradient / StrictMath.sqrt(squares[c] + 1e-3);
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    double[] probabilities(Row row) {
        return softmax(row, 1);
    }

    private double[] softmax(Row row, double sharpness) {
        double n = negativeBias + row.negativeOffset;
        double p = positiveBias + row.positiveOffset;
        for (int k = 0; k < row.columns.length; k++) {
            n += negative[row.columns[k]] * row.values[k];
            p += positive[row.columns[k]] * row.values[k];
        }
        n *= sharpness;
        p *= sharpness;
        double top = Math.max(0, Math.max(n, p));
        double en = StrictMath.exp(n - top);
        double ep = StrictMath.exp(p - top);
        double eo = StrictMath.exp(-top);
        double all = en + ep + eo;
        return new double[] {en / all, eo / all, ep / all};
    }

    /** Where a label stands among the probabilities. */
    static int place(SentimentLabel label) {
        return switch (label) {
            case NEGATIVE -> 0;
            case NEUTRAL -> 1;
            case POSITIVE -> 2;
        };
    }

    /** The sharpness with the least log loss on rows that were kept aside. */
    double calibrate(List<Row> aside) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double sharpness : candidates()) {
            double loss = 0;
            for (Row row : aside) {
                loss -= row.weight * StrictMath.log(Math.max(1e-12, softmax(row, sharpness)[place(row.label)]));
            }
            if (loss < least) {
                least = loss;
                best = sharpness;
            }
        }
        return best;
    }

    private static List<Double> candidates() {
        List<Double> candidates = new ArrayList<>();
        for (int i = 20; i <= 200; i += 2) {
            candidates.add(i / 100.0);
        }
        return candidates;
    }

    /** Accuracy on rows that were kept aside. */
    double accuracy(List<Row> aside) {
        double right = 0;
        double all = 0;
        for (Row row : aside) {
            double[] p = probabilities(row);
            int best = p[0] >= p[1] && p[0] >= p[2] ? 0 : p[2] > p[1] ? 2 : 1;
            right += best == place(row.label) ? row.weight : 0;
            all += row.weight;
        }
        return right / all;
    }

    double negativeBias() {
        return negativeBias;
    }

    double positiveBias() {
        return positiveBias;
    }

    /** Weights in thousandths by feature, without those too small to matter. */
    Map<String, int[]> weights(List<String> features, double smallest) {
        Map<String, int[]> weights = new TreeMap<>();
        for (int c = 0; c < features.size(); c++) {
            if (Math.abs(negative[c]) >= smallest || Math.abs(positive[c]) >= smallest) {
                weights.put(features.get(c), new int[] {
                    (int) StrictMath.rint(negative[c] * 1000), (int) StrictMath.rint(positive[c] * 1000)
                });
            }
        }
        return weights;
    }
}
