package io.biggerbox.text.tokens;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for word stems, so that rules compare numbers and not strings. Numbers are given out while rules are compiled;
 * from then on they are only looked up, by any number of threads.
 */
public final class Stems {
    /** The number of every stem that no rule and no known word has. */
    public static final int NONE = Vocabulary.NONE;

    private static final int SPREAD = 0x9e3779b9;
    private static final int TO_SIXTY_FOUR = Integer.SIZE - 6;

    private final Vocabulary vocabulary;

    /** The stem of each known word. */
    private final int[] byWord;

    /** Stems that are no known words themselves. */
    private final Map<String, Integer> others = new HashMap<>();

    /** Numbers the stems of all words of {@code vocabulary}. */
    public Stems(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.byWord = new int[vocabulary.size()];
        for (int id = 0; id < byWord.length; id++) {
            byWord[id] = number(vocabulary.stem(id));
        }
    }

    /** The bit, one of 64, by which it is quickly seen that a sentence lacks a number; others have the same bit. */
    public static long bit(int number) {
        return 1L << ((number * SPREAD) >>> TO_SIXTY_FOUR);
    }

    /** The number of a stem; a new one if it had none. */
    public int number(String stem) {
        int known = find(stem);
        if (known != NONE) {
            return known;
        }
        int fresh = vocabulary.size() + others.size();
        others.put(stem, fresh);
        return fresh;
    }

    /** The number of a token's stem, or {@link #NONE}. */
    public int of(Token token) {
        return token.id() == Vocabulary.NONE ? find(token.stem()) : byWord[token.id()];
    }

    private int find(String stem) {
        int id = vocabulary.find(stem);
        return id == Vocabulary.NONE ? others.getOrDefault(stem, NONE) : id;
    }
}
