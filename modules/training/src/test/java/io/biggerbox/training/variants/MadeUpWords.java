package io.biggerbox.training.variants;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Words of a language with forty meanings and four words for each, which begin differently. */
final class MadeUpWords {
    private static final int MEANINGS = 40;
    private static final int WORDS = 4 * MEANINGS;
    private static final int NUMBERS = 200;
    private static final int LETTERS = 26;
    private static final int STEP = 7919;

    private MadeUpWords() {}

    static List<String> all() {
        return IntStream.range(0, WORDS).mapToObj(MadeUpWords::word).toList();
    }

    /** Words whose places differ by a multiple of forty mean the same. */
    static String word(int place) {
        StringBuilder word = new StringBuilder();
        for (int rest = (place + 1) * STEP; word.length() < 5; rest /= LETTERS) {
            word.append((char) ('a' + rest % LETTERS));
        }
        return word.toString();
    }

    static int meaning(String word) {
        return all().indexOf(word) % MEANINGS;
    }

    static float[] numbers(String word) {
        Random random = new Random(word.hashCode());
        float[] numbers = new float[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = (float) (0.02 * random.nextGaussian());
        }
        numbers[meaning(word)] += 1;
        return numbers;
    }
}
