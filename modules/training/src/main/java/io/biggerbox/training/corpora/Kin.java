package io.biggerbox.training.corpora;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of the same kind: those that mean nearly the same alone, or the opposite, or a thing of the same sort. */
public final class Kin {
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?");
    private static final int FEWEST = 8;
    private static final int CLOSEST = 10;

    private Kin() {}

    /**
     * The closest words of every frequent word.
     *
     * @param texts whose frequent words are taken
     * @param numbers that stand for a word alone, a multiple of four; empty when there are none
     */
    public static Map<String, List<String>> of(List<String> texts, Function<String, float[]> numbers) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            for (Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT)); word.find(); ) {
                counts.merge(word.group(), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < FEWEST);
        List<String> words = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (String word : counts.keySet()) {
            float[] row = unit(numbers.apply(word));
            if (row.length > 0) {
                words.add(word);
                rows.add(row);
            }
        }
        Map<String, List<String>> kin = new HashMap<>();
        for (int w = 0; w < words.size(); w++) {
            kin.put(words.get(w), closest(w, words, rows));
        }
        return kin;
    }

    private static float[] unit(float[] numbers) {
        double squares = 0;
        for (float number : numbers) {
            squares += number * number;
        }
        float[] out = numbers.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] /= (float) Math.sqrt(squares);
        }
        return out;
    }

    private static List<String> closest(int word, List<String> words, List<float[]> rows) {
        int[] best = new int[CLOSEST];
        float[] likeness = new float[CLOSEST];
        int found = 0;
        for (int other = 0; other < rows.size(); other++) {
            float like = other == word ? -1 : product(rows.get(word), rows.get(other));
            if (like > 0 && (found < CLOSEST || like > likeness[found - 1])) {
                int at = found < CLOSEST ? found++ : found - 1;
                while (at > 0 && likeness[at - 1] < like) {
                    likeness[at] = likeness[at - 1];
                    best[at] = best[at - 1];
                    at--;
                }
                likeness[at] = like;
                best[at] = other;
            }
        }
        List<String> out = new ArrayList<>();
        for (int i = 0; i < found; i++) {
            out.add(words.get(best[i]));
        }
        return out;
    }

    private static float product(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        return s0 + s1 + (s2 + s3);
    }
}
