package io.biggerbox.text.sentiment;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The words' numbers and what becomes of them: a row per word, made when the word is first met, as most words never are.
 * Safe for use by any number of threads.
 */
final class WordRows {
    private final int width;
    private final float[] scales;
    private final byte[] numbers;

    /** What one of a word's numbers adds to a row, all units' kinds in the order of {@link WordRow}. */
    private final float[][] weights;

    private final float[] bias;
    private final AtomicReferenceArray<@Nullable WordRow> made;

    /**
     * @param units number of units in each direction
     * @param scales per word, what its numbers are multiplied with
     * @param numbers of one word after the other
     * @param matrix for each number of a word, what it adds: see {@link #arrange}
     * @param unitBias what every word adds where it stands
     */
    WordRows(int units, float[] scales, byte[] numbers, float[] matrix, float[] unitBias) {
        this.width = numbers.length / scales.length;
        this.scales = scales;
        this.numbers = numbers;
        this.weights = new float[width][8 * units];
        for (int d = 0; d < width; d++) {
            arrange(units, matrix, d * 8 * units, weights[d], 8);
        }
        this.bias = new float[8 * units];
        arrange(units, unitBias, 0, bias, 4);
        this.made = new AtomicReferenceArray<>(scales.length);
    }

    /**
     * A model file has forward candidates, forward gates, backward candidates, backward gates; a row has the candidates of
     * both directions together, then the gates.
     *
     * @param blocks of {@code units} numbers each: four for where the word stands, or eight with those for its neighbours
     */
    private static void arrange(int units, float[] from, int start, float[] to, int blocks) {
        for (int block = 0; block < blocks; block++) {
            int kind = block % 4;
            int place = kind == 1 ? block + 1 : kind == 2 ? block - 1 : block;
            System.arraycopy(from, start + block * units, to, place * units, units);
        }
    }

    /** The row of a word. Two threads may make the same row at the same time: they make the same numbers. */
    WordRow of(int word) {
        WordRow known = made.getAcquire(word);
        if (known != null) {
            return known;
        }
        float[] row = bias.clone();
        for (int d = 0; d < width; d++) {
            add(scales[word] * numbers[word * width + d], weights[d], row);
        }
        WordRow fresh = new WordRow(row);
        made.setRelease(word, fresh);
        return fresh;
    }

    private static void add(float factor, float[] weights, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] += factor * weights[i];
        }
    }
}
