package io.biggerbox.text.sentiment;

import java.util.Arrays;
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

    /** What one of a word's numbers adds to a row. */
    private final float[][] weights;

    private final float[] bias;
    private final AtomicReferenceArray<@Nullable WordRow> made;

    /**
     * @param units number of units in each direction
     * @param scales per word, what its numbers are multiplied with
     * @param numbers of one word after the other
     * @param matrix for each number of a word, what it adds to a row, in the order of {@link WordRow}
     * @param unitBias what every word adds where it stands, in the same order
     */
    WordRows(int units, float[] scales, byte[] numbers, float[] matrix, float[] unitBias) {
        this.width = numbers.length / scales.length;
        this.scales = scales;
        this.numbers = numbers;
        this.weights = new float[width][];
        for (int d = 0; d < width; d++) {
            weights[d] = Arrays.copyOfRange(matrix, d * 8 * units, (d + 1) * 8 * units);
        }
        this.bias = Arrays.copyOf(unitBias, 8 * units);
        this.made = new AtomicReferenceArray<>(scales.length);
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
