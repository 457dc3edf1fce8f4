package io.biggerbox.text.themes;

import io.biggerbox.text.sentiment.WordLists;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An example phrase of a theme, ready to be found in other words' company: most of its content words, weighed by rarity,
 * in any order, close together. A negation or a "too" in the phrase must be there.
 *
 * @param theme the theme it belongs to
 * @param text as the taxonomy has it
 * @param stems senses of the content words, the rarest first
 * @param weights rarity of each, in bits
 * @param enough rarity that must be found, in bits
 * @param negated whether the phrase itself says "not"
 * @param excessive whether the phrase itself says "too"
 * @param anchors how many of the rarest words must be looked up so that no match is missed
 */
record CompiledPhrase(
        Theme theme,
        String text,
        List<String> stems,
        List<Double> weights,
        double enough,
        boolean negated,
        boolean excessive,
        int anchors) {
    /** Share of the weight that must be found. */
    private static final double ENOUGH = 0.72;

    private static final int EXTRA_WIDTH = 4;
    private static final int NEGATION_BEFORE = 3;
    private static final int NEGATION_AFTER = 3;

    /** Words that matter to a complaint although grammar books call them small. */
    private static final Set<String> TELLING =
            Set.of("off", "out", "up", "back", "again", "twice", "down", "wrong", "over", "without", "same");

    /** What customers say instead of "too". */
    private static final Set<String> EXCESS = Set.of(
            "too", "so", "very", "really", "way", "far", "much", "extremely", "super", "ridiculously", "incredibly");

    static CompiledPhrase of(Theme theme, String text, List<Token> words, Rarity rarity, Senses senses) {
        Map<String, Double> stems = new LinkedHashMap<>();
        boolean negated = false;
        boolean excessive = false;
        for (Token word : words) {
            negated |= word.stem().equals(Stemmer.NOT);
            excessive |= word.is("too");
            if (isContent(word)) {
                stems.merge(senses.of(word.stem()), rarity.of(word.stem()), Math::max);
            }
        }
        List<String> sorted = new ArrayList<>(stems.keySet());
        sorted.sort(Comparator.comparingDouble((String stem) -> -stems.getOrDefault(stem, 0.0))
                .thenComparing(stem -> stem));
        List<Double> weights =
                sorted.stream().map(stem -> stems.getOrDefault(stem, 0.0)).toList();
        return new CompiledPhrase(
                theme, text, List.copyOf(sorted), weights, ENOUGH * sum(weights), negated, excessive, anchors(weights));
    }

    private static boolean isContent(Token word) {
        return word.isWord()
                && !word.stem().equals(Stemmer.NOT)
                && (TELLING.contains(word.form()) || !WordLists.isFunctionWord(word.form()))
                && !WordLists.isFunctionWord(word.stem());
    }

    /** With one content word and no negation, only the whole phrase, word for word, tells anything. */
    boolean isTooShort() {
        return stems.isEmpty() || (stems.size() == 1 && !negated && !excessive);
    }

    /** The fewest rarest words of which a match cannot miss all. */
    private static int anchors(List<Double> weights) {
        double all = sum(weights);
        double missed = 0;
        int anchors = 0;
        while (anchors < weights.size() && missed <= (1 - ENOUGH) * all) {
            missed += weights.get(anchors);
            anchors++;
        }
        return anchors;
    }

    private static double sum(List<Double> weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        return all;
    }

    /**
     * Looks for the phrase around an anchor.
     *
     * @param words words of the sentence
     * @param senses what each of them means
     * @param anchor position of one of the anchor words
     * @return the first and last position of what was found; null when too little was
     */
    int @Nullable [] around(List<Token> words, String[] senses, int anchor) {
        int width = stems.size() + EXTRA_WIDTH;
        int from = Math.max(0, anchor - width);
        int to = Math.min(words.size() - 1, anchor + width);
        double found = 0;
        int count = 0;
        int first = anchor;
        int last = anchor;
        for (int k = 0; k < stems.size(); k++) {
            int at = nearest(senses, stems.get(k), anchor, from, to);
            if (at >= 0) {
                found += weights.get(k);
                count++;
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
        }
        boolean told = found >= enough && (count >= 2 || stems.size() == 1);
        boolean meant =
                told && (!negated || isNegated(senses, first, last)) && (!excessive || isExcessive(words, first, last));
        return meant ? new int[] {first, last} : null;
    }

    /** One word alone must be negated directly; among several the negation may stand anywhere near. */
    private boolean isNegated(String[] senses, int first, int last) {
        int from = Math.max(0, first - NEGATION_BEFORE);
        int to = stems.size() == 1 ? first : Math.min(senses.length - 1, last + NEGATION_AFTER);
        return nearest(senses, Stemmer.NOT, first, from, to) >= 0;
    }

    private static boolean isExcessive(List<Token> words, int first, int last) {
        for (int i = Math.max(0, first - NEGATION_BEFORE); i <= last; i++) {
            if (EXCESS.contains(words.get(i).form())) {
                return true;
            }
        }
        return false;
    }

    private static int nearest(String[] senses, String stem, int anchor, int from, int to) {
        int best = -1;
        for (int i = from; i <= to; i++) {
            if (senses[i].equals(stem) && (best < 0 || Math.abs(i - anchor) < Math.abs(best - anchor))) {
                best = i;
            }
        }
        return best;
    }
}
