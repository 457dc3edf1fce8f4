package io.biggerbox.training.student;

import io.biggerbox.text.sentiment.Inputs;
import io.biggerbox.training.layers.Algebra;
import io.biggerbox.training.layers.Dense;
import io.biggerbox.training.layers.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What every word adds to the units. Words have few numbers of their own and one matrix makes their rows, so that rare
 * words share what frequent ones learned. Rows are made for the distinct words of one batch.
 */
final class WordTable {
    private static final float DECAY = 1e-4f;

    private final int width;
    private final int row;
    final float[] words;
    final float[] matrix;
    private final Moments wordMoments;
    private final Moments matrixMoments;
    private final float[] matrixSlopes;

    // the distinct words of one batch: where each stands, from 1 on, and which they are
    private final int[] slotOf;
    private int[] slots = new int[64];
    private int used;
    private float[] rows = new float[0];
    private float[] rowSlopes = new float[0];

    WordTable(Shape shape, float[] start, Random random) {
        this.width = shape.width();
        this.row = shape.row();
        this.words = start.clone();
        this.matrix = Dense.drawn(width * row, 1 / Math.sqrt(width), random);
        this.wordMoments = new Moments(words.length);
        this.matrixMoments = new Moments(matrix.length);
        this.matrixSlopes = new float[matrix.length];
        this.slotOf = new int[shape.words()];
    }

    /**
     * Makes the rows of a batch.
     *
     * @param hidden share of words that are hidden from the network
     * @return per text and sentence the place of every word's row; 0 is the edge
     */
    List<int[][]> open(List<Sample> batch, float hidden, @Nullable Random random) {
        for (int s = 0; s < used; s++) {
            slotOf[slots[s]] = 0;
        }
        used = 0;
        slot(Inputs.EDGE);
        List<int[][]> places = new ArrayList<>(batch.size());
        for (Sample sample : batch) {
            int[][] sentences = new int[sample.sentences.length][];
            for (int s = 0; s < sentences.length; s++) {
                int[] from = sample.sentences[s];
                int[] to = new int[from.length];
                for (int i = 0; i < from.length; i++) {
                    boolean hide = random != null && random.nextFloat() < hidden;
                    to[i] = slot(hide ? Inputs.UNKNOWN : from[i]);
                }
                sentences[s] = to;
            }
            places.add(sentences);
        }
        makeRows();
        return places;
    }

    private int slot(int word) {
        if (slotOf[word] == 0) {
            if (used == slots.length) {
                slots = Arrays.copyOf(slots, used * 2);
            }
            slots[used] = word;
            used++;
            slotOf[word] = used;
        }
        return slotOf[word] - 1;
    }

    private void makeRows() {
        if (rows.length < used * row) {
            rows = new float[used * row * 3 / 2];
            rowSlopes = new float[rows.length];
        }
        Arrays.fill(rows, 0, used * row, 0);
        Arrays.fill(rowSlopes, 0, used * row, 0);
        for (int s = 0; s < used; s++) {
            Algebra.addAll(words, slots[s] * width, matrix, width, rows, s * row, row);
        }
    }

    /** Adds part of a row to {@code out}. */
    void add(int place, int from, float[] out, int to, int count) {
        Algebra.add(1, rows, place * row + from, out, to, count);
    }

    /** Takes what part of a row should change. */
    void slope(int place, int at, float[] slopes, int count) {
        Algebra.add(1, slopes, 0, rowSlopes, place * row + at, count);
    }

    /** Moves the words of the batch and the matrix. */
    void step(float rate) {
        float[] turned = Algebra.turned(matrix, width, row);
        float[] slope = new float[width];
        float[] factors = new float[used];
        Arrays.fill(matrixSlopes, 0);
        for (int d = 0; d < width; d++) {
            for (int s = 0; s < used; s++) {
                factors[s] = words[slots[s] * width + d];
            }
            Algebra.addAll(factors, 0, rowSlopes, used, matrixSlopes, d * row, row);
        }
        for (int s = 0; s < used; s++) {
            Arrays.fill(slope, 0);
            Algebra.addAll(rowSlopes, s * row, turned, row, slope, 0, width);
            wordMoments.step(words, slots[s] * width, slope, 0, width, rate, 0);
        }
        matrixMoments.step(matrix, 0, matrixSlopes, 0, matrix.length, rate, DECAY);
    }
}
