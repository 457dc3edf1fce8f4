package io.biggerbox.text.themes;

import io.biggerbox.text.sentiment.WordLists;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An example phrase of a theme, ready to be found in other words' company: most of its content words, weighed by rarity,
 * in any order, close together. A negation or a "too" in the phrase must be there.
 */
final class CompiledPhrase {
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

    private final String theme;
    private final String evidence;
    private final boolean negated;
    private final boolean excessive;

    /** Numbers of the senses of the content words, the rarest first. */
    private final int[] senses;

    /** The bit of each, see {@link Stems#bit}. */
    private final long[] bits;

    /** Rarity of each, in bits. */
    private final double[] weights;

    /** Rarity that must be found, in bits. */
    private final double enough;

    /** Bits of the words without which too little is found. */
    private final long needed;

    /** Bits of all words, if two of them must be found and all have different bits; else none. */
    private final long asked;

    private final int not;

    private CompiledPhrase(
            Theme theme,
            String text,
            boolean negated,
            boolean excessive,
            List<String> sorted,
            Map<String, Double> rarities,
            Stems stems) {
        this.theme = theme.id();
        this.evidence = "phrase:" + text;
        this.negated = negated;
        this.excessive = excessive;
        this.senses = new int[sorted.size()];
        this.bits = new long[senses.length];
        this.weights = new double[senses.length];
        for (int k = 0; k < senses.length; k++) {
            senses[k] = stems.number(sorted.get(k));
            bits[k] = Stems.bit(senses[k]);
            weights[k] = rarities.getOrDefault(sorted.get(k), 0.0);
        }
        this.enough = ENOUGH * sum(weights);
        this.needed = neededBits();
        this.asked = askedBits();
        this.not = stems.number(Stemmer.NOT);
    }

    static CompiledPhrase of(Theme theme, String text, List<Token> words, Rarity rarity, Senses senses, Stems stems) {
        Map<String, Double> rarities = new LinkedHashMap<>();
        boolean negated = false;
        boolean excessive = false;
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            negated |= word.stem().equals(Stemmer.NOT);
            excessive |= word.is("too");
            boolean strengthens = i + 1 < words.size() && words.get(i + 1).is("too") && EXCESS.contains(word.form());
            // "far too big" without "far" is as big, and "far too small" is not
            if (isContent(word) && !strengthens) {
                rarities.merge(senses.of(word.stem()), rarity.of(word.stem()), Math::max);
            }
        }
        List<String> sorted = new ArrayList<>(rarities.keySet());
        sorted.sort(Comparator.naturalOrder());
        sorted.sort(Comparator.comparingDouble(sense -> -rarities.getOrDefault(sense, 0.0)));
        return new CompiledPhrase(theme, text, negated, excessive, sorted, rarities, stems);
    }

    private static boolean isContent(Token word) {
        return word.isWord()
                && !word.stem().equals(Stemmer.NOT)
                && (TELLING.contains(word.form()) || !WordLists.isFunctionWord(word.form()))
                && !WordLists.isFunctionWord(word.stem());
    }

    /** With one content word and no negation, only the whole phrase, word for word, tells anything. */
    boolean isTooShort() {
        return senses.length == 0 || (senses.length == 1 && !negated && !excessive);
    }

    /** The fewest rarest words of which a match cannot miss all, as numbers of their senses. */
    int[] anchors() {
        double all = sum(weights);
        double missed = 0;
        int anchors = 0;
        while (anchors < weights.length && missed <= (1 - ENOUGH) * all) {
            missed += weights[anchors];
            anchors++;
        }
        return Arrays.copyOf(senses, anchors);
    }

    private long neededBits() {
        long all = 0;
        for (int k = 0; k < weights.length; k++) {
            double others = 0;
            for (int other = 0; other < weights.length; other++) {
                others += other == k ? 0 : weights[other];
            }
            all |= others < enough ? bits[k] : 0;
        }
        return all;
    }

    private long askedBits() {
        long all = 0;
        for (long bit : bits) {
            all |= bit;
        }
        return bits.length >= 2 && Long.bitCount(all) == bits.length ? all : 0;
    }

    /** The {@link Stems#bit bits} of the words without which too little is found. */
    long needed() {
        return needed;
    }

    /** The bits of which a sentence must have two at least; none if that says nothing. */
    long asked() {
        return asked;
    }

    private static double sum(double[] weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        return all;
    }

    String theme() {
        return theme;
    }

    /** What a hit names as its reason. */
    String evidence() {
        return evidence;
    }

    /** Whether the phrase itself says "not". */
    boolean negated() {
        return negated;
    }

    /**
     * Looks for the phrase around an anchor.
     *
     * @param line the sentence
     * @param meant what its words mean
     * @param anchor position of one of the anchor words
     * @return the first and last position of what was found; null when too little was
     */
    int @Nullable [] around(Line line, Meanings meant, int anchor) {
        int width = senses.length + EXTRA_WIDTH;
        int from = Math.max(0, anchor - width);
        int to = Math.min(line.words() - 1, anchor + width);
        double found = 0;
        int count = 0;
        int first = anchor;
        int last = anchor;
        for (int k = 0; k < senses.length; k++) {
            int at = meant.nearest(senses[k], anchor, from, to);
            if (at >= 0) {
                found += weights[k];
                count++;
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
        }
        boolean told = isEnough(found, count)
                && (!negated || isNegated(meant, line.words(), first, last))
                && (!excessive || isExcessive(line, first, last));
        return told ? new int[] {first, last} : null;
    }

    /**
     * Whether the sentence holds enough of the words at all, near or far: most do not, and that is quickly seen.
     *
     * @param held the bits of what its words mean
     */
    boolean isPossible(long held) {
        double found = 0;
        int count = 0;
        for (int k = 0; k < senses.length; k++) {
            if ((held & bits[k]) != 0) {
                found += weights[k];
                count++;
            }
        }
        return isEnough(found, count);
    }

    private boolean isEnough(double found, int count) {
        return found >= enough && (count >= 2 || senses.length == 1);
    }

    /** One word alone must be negated directly; among several the negation may stand anywhere near. */
    private boolean isNegated(Meanings meant, int words, int first, int last) {
        int from = Math.max(0, first - NEGATION_BEFORE);
        int to = senses.length == 1 ? first : Math.min(words - 1, last + NEGATION_AFTER);
        return meant.nearest(not, first, from, to) >= 0;
    }

    private static boolean isExcessive(Line line, int first, int last) {
        for (int i = Math.max(0, first - NEGATION_BEFORE); i <= last; i++) {
            if (EXCESS.contains(line.word(i).form())) {
                return true;
            }
        }
        return false;
    }
}
