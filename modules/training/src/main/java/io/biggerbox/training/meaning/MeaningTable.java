package io.biggerbox.training.meaning;

import io.biggerbox.sentences.Embeddings;
import io.biggerbox.text.tokens.Vocabulary;
import io.biggerbox.training.corpora.Aside;
import io.biggerbox.training.student.Components;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Distils the table: every word begins where the sentence model puts it alone, and is then moved so that the sums of the
 * texts' words approach what the model says of the texts (bag-of-words distillation; see the model card). Texts kept aside
 * are never used; how close they come is said at the end.
 */
public final class MeaningTable {
    private static final String VERSION = "meaning-1";
    private static final int WIDTH = 128;
    private static final long SEED = 20260102;

    private final WordSums sums;
    private final double[][] wanted;

    private MeaningTable(WordSums sums, double[][] wanted) {
        this.sums = sums;
        this.wanted = wanted;
    }

    /**
     * Makes and writes it.
     *
     * @param vocabulary its words
     * @param texts texts of the kind that will be read
     * @param embeddings of all words and texts
     * @param file where to
     */
    public static void make(Vocabulary vocabulary, List<String> texts, Embeddings embeddings, Path file)
            throws IOException {
        List<String> shown = texts.stream().filter(text -> !Aside.holds(text)).toList();
        Components components = Components.of(shown.stream().map(embeddings::of).toList(), WIDTH, new Random(SEED));
        WordSums sums = WordSums.of(shown, vocabulary);
        MeaningTable table = new MeaningTable(sums, byNumber(shown, components, embeddings));
        List<String> words = new ArrayList<>(vocabulary.size());
        for (int id = 0; id < vocabulary.size(); id++) {
            words.add(vocabulary.form(id));
        }
        float[][] rows = table.rows(byNumber(words, components, embeddings));
        MeaningWriter.write(file, VERSION, vocabulary, rows);
        System.out.printf(
                Locale.ROOT,
                "%d words, %d texts, %s: %s%n",
                words.size(),
                shown.size(),
                VERSION,
                file.toAbsolutePath());
    }

    private static double[][] byNumber(List<String> texts, Components components, Embeddings embeddings) {
        double[][] byNumber = new double[WIDTH][texts.size()];
        for (int t = 0; t < texts.size(); t++) {
            float[] few = components.of(embeddings.of(texts.get(t)));
            for (int d = 0; d < WIDTH; d++) {
                byNumber[d][t] = few[d];
            }
        }
        return byNumber;
    }

    /** Rows with the weight of their word. */
    private float[][] rows(double[][] alone) {
        for (double[] numbers : alone) {
            double mean = Arrays.stream(numbers).average().orElse(0);
            Arrays.setAll(numbers, w -> numbers[w] - mean);
        }
        double scale = scale(alone);
        float[][] rows = new float[alone[0].length][WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            double[] start = alone[d];
            Arrays.setAll(start, w -> scale * start[w]);
            double[] moved = RidgeFit.fit(sums, start, wanted[d]);
            for (int w = 0; w < rows.length; w++) {
                rows[w][d] = (float) (sums.weight(w) * moved[w]);
            }
        }
        return rows;
    }

    /** The one factor with which the words alone come closest. */
    private double scale(double[][] alone) {
        double shared = 0;
        double squares = 0;
        for (int d = 0; d < WIDTH; d++) {
            double[] totals = sums.totals(alone[d]);
            for (int t = 0; t < totals.length; t++) {
                shared += totals[t] * wanted[d][t];
                squares += totals[t] * totals[t];
            }
        }
        return shared / squares;
    }
}
