package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Stemmer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sequence of words. Written with spaces between the words, {@code a|b} for alternatives, {@code *} for up to
 * {@link #LONGEST_GAP} words of any kind, {@code ^} for the start of the sentence. Words are compared by stem, so that
 * {@code keep crash} finds "keeps crashing" and {@code not work} finds "doesn't work".
 */
public final class WordPattern {
    /** Words that one {@code *} may skip. */
    public static final int LONGEST_GAP = 3;

    private final String text;
    private final String label;
    private final double score;
    private final boolean anchored;
    private final List<Set<String>> parts;

    private WordPattern(String text, String label, double score, boolean anchored, List<Set<String>> parts) {
        this.text = text;
        this.label = label;
        this.score = score;
        this.anchored = anchored;
        this.parts = List.copyOf(parts);
    }

    /**
     * Compiles a pattern.
     *
     * @param text the pattern, starting with a word or {@code ^}
     * @param label what a match means; free text
     * @param score what a match is worth; its meaning belongs to the rule set
     */
    public static WordPattern of(String text, String label, double score) {
        List<Set<String>> parts = new ArrayList<>();
        boolean anchored = text.startsWith("^");
        for (String word :
                text.toLowerCase(Locale.ROOT).replace("^", "").strip().split("\\s+", -1)) {
            if (word.equals("*")) {
                parts.add(Set.of());
                continue;
            }
            Set<String> stems = new HashSet<>();
            for (String alternative : word.split("\\|", -1)) {
                stems.add(Stemmer.stem(alternative));
            }
            parts.add(Set.copyOf(stems));
        }
        if (parts.get(0).isEmpty()) {
            throw new IllegalArgumentException("a pattern cannot start with a gap: " + text);
        }
        return new WordPattern(text, label, score, anchored, parts);
    }

    /**
     * A pattern of exactly these words, none of which is special.
     *
     * @param words lower-case words, at least one
     * @param text what {@link #text()} gives
     * @param label what a match means
     */
    public static WordPattern literal(List<String> words, String text, String label) {
        List<Set<String>> parts = new ArrayList<>(words.size());
        for (String word : words) {
            parts.add(Set.of(Stemmer.stem(word)));
        }
        return new WordPattern(text, label, 0, false, parts);
    }

    /** Where a pattern was found, as positions in the list of words that was searched. */
    public record Match(WordPattern pattern, int first, int last) {}

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    /** What a match means. */
    public String label() {
        return label;
    }

    /** What a match is worth. */
    public double score() {
        return score;
    }

    boolean anchored() {
        return anchored;
    }

    /** Stems of which each word is one; an empty set is a gap. */
    List<Set<String>> parts() {
        return parts;
    }
}
