package io.biggerbox.text.tokens;

import java.util.List;

/**
 * One sentence laid out in arrays, because many rules look at it and most of them look at numbers only. Filled again for
 * every sentence, so that reading makes no arrays; confined to one thread.
 */
public final class Line {
    private final Stems stems;
    private final Token[] tokens = new Token[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] places = new int[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] numbers = new int[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] marks = new int[SentenceSplitter.LONGEST_SENTENCE];
    private int size;
    private int words;
    private long held;
    private int marked;
    private boolean asks;
    private boolean hasFaces;

    /** An empty line. */
    public Line(Stems stems) {
        this.stems = stems;
    }

    /**
     * Lays out a sentence in place of the one before.
     *
     * @param sentence at most {@link SentenceSplitter#LONGEST_SENTENCE} tokens
     */
    public void lay(List<Token> sentence) {
        size = sentence.size();
        words = 0;
        held = 0;
        marked = 0;
        asks = false;
        hasFaces = false;
        for (int i = 0; i < size; i++) {
            Token token = sentence.get(i);
            tokens[i] = token;
            if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.NUMBER) {
                places[words] = i;
                numbers[words] = stems.of(token);
                held |= Stems.bit(numbers[words]);
                marks[words] = stems.marks(numbers[words]);
                marked |= marks[words];
                words++;
            } else if (token.kind() == TokenKind.STOP) {
                asks |= token.is("?");
            } else {
                hasFaces |= token.kind() == TokenKind.EMOJI || token.kind() == TokenKind.EMOTICON;
            }
        }
    }

    /** Number of tokens. */
    public int size() {
        return size;
    }

    /** The token at {@code place}, from 0. */
    public Token token(int place) {
        return tokens[place];
    }

    /** Number of words and numbers, which is what word patterns look at. */
    public int words() {
        return words;
    }

    /** The word or number at {@code position}, counting words and numbers only. */
    public Token word(int position) {
        return tokens[places[position]];
    }

    /** Which token that word is. */
    public int place(int position) {
        return places[position];
    }

    /** Numbers of the stems of all words and numbers; the array itself, of which the first {@link #words()} count. */
    public int[] stems() {
        return numbers;
    }

    /** The {@link Stems#bit bits} of the numbers of all those stems. */
    public long held() {
        return held;
    }

    /** Whether a rule of the set with this {@link Stems#mark mark} starts with one of its words. */
    public boolean isMarked(int mark) {
        return (marked & mark) != 0;
    }

    /** Whether a rule of that set starts with the word at {@code position}. */
    public boolean isMarked(int position, int mark) {
        return (marks[position] & mark) != 0;
    }

    /** Whether a question mark stands in it. */
    public boolean asks() {
        return asks;
    }

    /** Whether an emoji or emoticon stands in it. */
    public boolean hasFaces() {
        return hasFaces;
    }
}
