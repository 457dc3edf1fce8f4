package io.biggerbox.training.variants;

import io.biggerbox.training.layers.Algebra;
import io.biggerbox.training.student.Components;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Function;

/** The words that the sentence model finds nearest to a word, when each stands alone. Confined to one thread. */
final class NearWords {
    private static final int NEAREST = 10;

    /** Cosine from which a word is near. */
    private static final float LEAST = 0.35f;

    private static final int COMPONENTS = 128;

    /** Words that begin alike are mostly forms of one word, which teach little. */
    private static final int ROOT = 4;

    private record Near(String word, float cosine) {}

    private final Map<String, float[]> directions = new HashMap<>();
    private final List<String> words;
    private final Map<String, List<String>> found = new HashMap<>();

    private NearWords(List<String> words) {
        this.words = words;
    }

    /**
     * Prepares to look for them.
     *
     * @param words those that are looked for and found; none, or more than there are components
     * @param numbers what the sentence model makes of each
     */
    static NearWords of(List<String> words, Function<String, float[]> numbers, Random random) {
        NearWords made = new NearWords(List.copyOf(words));
        if (words.isEmpty()) {
            return made;
        }
        List<float[]> rows = words.stream().map(numbers).toList();
        Components components = Components.of(rows, COMPONENTS, random);
        for (int w = 0; w < rows.size(); w++) {
            made.directions.put(words.get(w), direction(components.of(rows.get(w))));
        }
        return made;
    }

    private static float[] direction(float[] values) {
        float length = (float) Math.sqrt(Algebra.dot(values, 0, values, 0, values.length));
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] / Math.max(length, Float.MIN_NORMAL);
        }
        return out;
    }

    /** The nearest words, the nearest first; none for a word that was not given. */
    List<String> of(String word) {
        return found.computeIfAbsent(word, this::search);
    }

    private List<String> search(String word) {
        float[] own = directions.get(word);
        if (own == null) {
            return List.of();
        }
        PriorityQueue<Near> best = new PriorityQueue<>((a, b) -> Float.compare(a.cosine, b.cosine));
        for (String other : words) {
            float[] direction = directions.getOrDefault(other, own);
            float cosine = Algebra.dot(own, 0, direction, 0, own.length);
            boolean full = best.size() == NEAREST;
            float bar = full ? best.element().cosine : LEAST;
            if (cosine > bar && !beginAlike(word, other)) {
                if (full) {
                    best.remove();
                }
                best.add(new Near(other, cosine));
            }
        }
        List<String> nearest = new ArrayList<>();
        while (!best.isEmpty()) {
            nearest.add(0, best.remove().word);
        }
        return List.copyOf(nearest);
    }

    private static boolean beginAlike(String a, String b) {
        return a.regionMatches(0, b, 0, Math.min(ROOT, Math.min(a.length(), b.length())));
    }
}
