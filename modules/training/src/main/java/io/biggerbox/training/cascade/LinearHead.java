package io.biggerbox.training.cascade;

import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.training.corpora.LabelledText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What the sentence model's numbers say about sentiment: multinomial logistic regression, learned with AdaGrad (Duchi et
 * al., 2011). Deterministic.
 */
final class LinearHead {
    private static final int CLASSES = 3;
    private static final int EPOCHS = 8;
    private static final double RATE = 0.5;
    private static final double DECAY = 1e-6;
    private static final double CALM = 1e-3;

    private final double[][] weights = new double[CLASSES][SentenceModel.SIZE + 1];
    private final double[][] squares = new double[CLASSES][SentenceModel.SIZE + 1];

    /** One judged text. */
    private static final class Row {
        private final float[] embedding;
        private final int label;
        private final double weight;

        Row(float[] embedding, int label, double weight) {
            this.embedding = embedding;
            this.label = label;
            this.weight = weight;
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** Takes one judged text to learn from. */
    void add(float[] embedding, LabelledText text) {
        rows.add(new Row(embedding, text.place(), text.weight()));
    }

    /** Learns from all that was added. */
    void learn(long seed) {
        for (double[] row : squares) {
            Arrays.fill(row, CALM);
        }
        Random random = new Random(seed);
        for (int step = 0; step < EPOCHS * rows.size(); step++) {
            Row row = rows.get(random.nextInt(rows.size()));
            double[] p = probabilities(row.embedding);
            for (int c = 0; c < CLASSES; c++) {
                move(weights[c], squares[c], row.embedding, row.weight * (p[c] - (row.label == c ? 1 : 0)));
            }
        }
    }

    private static void move(double[] weights, double[] squares, float[] x, double slope) {
        int bias = x.length;
        for (int i = 0; i < bias; i++) {
            double g = slope * x[i] + DECAY * weights[i];
            squares[i] += g * g;
            weights[i] -= RATE * g / Math.sqrt(squares[i]);
        }
        squares[bias] += slope * slope;
        weights[bias] -= RATE * slope / Math.sqrt(squares[bias]);
    }

    /** Weights towards a class against NEUTRAL, then the bias. */
    double[] towards(int label) {
        double[] towards = new double[weights[label].length];
        for (int i = 0; i < towards.length; i++) {
            towards[i] = weights[label][i] - weights[1][i];
        }
        return towards;
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    double[] probabilities(float[] embedding) {
        double[] p = new double[CLASSES];
        double top = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CLASSES; c++) {
            double sum = weights[c][embedding.length];
            for (int i = 0; i < embedding.length; i++) {
                sum += weights[c][i] * embedding[i];
            }
            p[c] = sum;
            top = Math.max(top, sum);
        }
        double all = 0;
        for (int c = 0; c < CLASSES; c++) {
            p[c] = StrictMath.exp(p[c] - top);
            all += p[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            p[c] /= all;
        }
        return p;
    }
}
