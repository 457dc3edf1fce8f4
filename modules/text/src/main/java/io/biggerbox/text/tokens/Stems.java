package io.biggerbox.text.tokens;

import java.util.Arrays;
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
    private static final int MARKS = Byte.SIZE;

    private final Vocabulary vocabulary;

    /** The stem of each known word. */
    private final int[] byWord;

    /** Stems that are no known words themselves. */
    private final Map<String, Integer> others = new HashMap<>();

    /** The marks of each number. */
    private byte[] marks;

    private int sets;

    /** Numbers the stems of all words of {@code vocabulary}. */
    public Stems(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.byWord = new int[vocabulary.size()];
        this.marks = new byte[vocabulary.size()];
        for (int id = 0; id < byWord.length; id++) {
            byWord[id] = number(vocabulary.stem(id));
        }
    }

    /** The bit, one of 64, by which it is quickly seen that a sentence lacks a number; others have the same bit. */
    public static long bit(int number) {
        return 1L << ((number * SPREAD) >>> TO_SIXTY_FOUR);
    }

    /**
     * Marks the stems with which the rules of one set start, so that a sentence without any is passed over by a look at one
     * byte. Of many sets some share a mark, which costs time only.
     *
     * @param starts numbers of stems
     * @return the mark, to be looked for in {@link #marks}
     */
    public int mark(Iterable<Integer> starts) {
        int mark = 1 << (sets % MARKS);
        sets++;
        for (int number : starts) {
            if (number >= marks.length) {
                marks = Arrays.copyOf(marks, Math.max(number + 1, vocabulary.size() + others.size()));
            }
            marks[number] |= (byte) mark;
        }
        return mark;
    }

    /** All marks of a number. */
    int marks(int number) {
        return number >= 0 && number < marks.length ? marks[number] : 0;
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
