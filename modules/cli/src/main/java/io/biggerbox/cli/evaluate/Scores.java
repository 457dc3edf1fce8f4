package io.biggerbox.cli.evaluate;

import io.biggerbox.text.SentimentLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Figures over all examples. Rows of the confusion are the file's labels, columns the reader's.
 *
 * @param labels the labels that the file has, in the order of {@link SentimentLabel}
 * @param judged every example, in the order of the file
 */
public record Scores(List<SentimentLabel> labels, List<Judged> judged) {
    private static final int BINS = 10;

    public Scores {
        labels = List.copyOf(labels);
        judged = List.copyOf(judged);
    }

    /** Examples with this label of which the reader said that. */
    public long count(SentimentLabel label, SentimentLabel said) {
        return judged.stream()
                .filter(one -> one.example().label() == label && one.said() == said)
                .count();
    }

    /** Share of examples that the reader got right, 0 to 1. */
    public double accuracy() {
        return judged.isEmpty() ? 0 : judged.stream().filter(Judged::right).count() / (double) judged.size();
    }

    /** Of what the reader gave this label, the share that has it; 0 when it never did. */
    public double precision(SentimentLabel label) {
        long said = judged.stream().filter(one -> one.said() == label).count();
        return said == 0 ? 0 : count(label, label) / (double) said;
    }

    /** Of what has this label, the share that the reader found; 0 when nothing has it. */
    public double recall(SentimentLabel label) {
        long all = support(label);
        return all == 0 ? 0 : count(label, label) / (double) all;
    }

    /** Harmonic mean of precision and recall. */
    public double f1(SentimentLabel label) {
        double sum = precision(label) + recall(label);
        return sum == 0 ? 0 : 2 * precision(label) * recall(label) / sum;
    }

    /** Examples with this label. */
    public long support(SentimentLabel label) {
        return judged.stream().filter(one -> one.example().label() == label).count();
    }

    /** Mean F1 of the file's labels: every label counts the same, however rare. */
    public double macroF1() {
        return labels.stream().mapToDouble(this::f1).average().orElse(0);
    }

    /**
     * Expected calibration error: how far confidence is from accuracy, averaged over ten bins of confidence (Guo et al.,
     * 2017). 0 is best.
     */
    public double calibrationError() {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Judged one : judged) {
            int bin = Math.min(BINS - 1, (int) (one.sentiment().confidence() * BINS));
            confidence[bin] += one.sentiment().confidence();
            right[bin] += one.right() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return judged.isEmpty() ? 0 : error / judged.size();
    }

    /** Wrong answers, those that the reader was surest of first. */
    public List<Judged> worst(int most) {
        List<Judged> wrong = new ArrayList<>(judged);
        wrong.removeIf(Judged::right);
        wrong.sort(Comparator.comparingDouble((Judged one) -> -one.sentiment().confidence())
                .thenComparingLong(one -> one.example().line()));
        return wrong.subList(0, Math.min(most, wrong.size()));
    }
}
