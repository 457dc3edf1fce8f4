package io.biggerbox.training.names;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How often words are written with a capital inside sentences, and how often without. */
final class CaseCounts {
    private final Map<String, int[]> counts = new HashMap<>();

    /** Counts a text, unless its author does without capitals, or uses nothing else. */
    void add(String text) {
        if (text.isEmpty()
                || !Character.isUpperCase(text.charAt(0))
                || !text.chars().anyMatch(Character::isLowerCase)) {
            return;
        }
        int at = 0;
        boolean inside = false;
        while (at < text.length()) {
            if (!Character.isLetter(text.charAt(at))) {
                inside = inside && ".!?:;\"\n-*(/".indexOf(text.charAt(at)) < 0;
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            String word = text.substring(at, end);
            boolean capital = Character.isUpperCase(word.charAt(0));
            boolean titled =
                    capital && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
            if (end - at > 1 && (!capital || (inside && titled))) {
                counts.computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new int[2])[capital ? 1 : 0]++;
            }
            inside = true;
            at = end;
        }
    }

    /** Every word that was counted. */
    Iterable<String> words() {
        return counts.keySet();
    }

    int small(String word) {
        return counts.getOrDefault(word, new int[2])[0];
    }

    int capital(String word) {
        return counts.getOrDefault(word, new int[2])[1];
    }

    /** Share of the capital among all its places inside sentences, 0 to 1. */
    double capitalShare(String word) {
        return capital(word) / (double) Math.max(1, capital(word) + small(word));
    }
}
