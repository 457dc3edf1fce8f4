package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/** What the network sees of a sentence: the same for training and for reading. */
public final class Inputs {
    /** Row of a word that has none of its own. */
    public static final int UNKNOWN = 0;

    /** Row of what stands before the first word and after the last. */
    public static final int EDGE = 1;

    /** Row of every number. */
    public static final int NUMBER = 2;

    /** The hash of what stands before the first word of a sequence. */
    static final int START = 1;

    private static final int NUMBER_HASH = 77;
    private static final int FACTOR = 31;

    private Inputs() {}

    /** The row of a token; {@link Vocabulary#NONE} for links, handles, faces and other tokens that the network skips. */
    public static int of(Token token) {
        return switch (token.kind()) {
            case WORD -> token.id() == Vocabulary.NONE ? UNKNOWN : token.id();
            case NUMBER -> NUMBER;
            case STOP, SIGN -> token.id();
            default -> Vocabulary.NONE;
        };
    }

    /** Whether a token is part of word sequences: words, numbers and stops are, other signs are not there. */
    static boolean isGram(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.STOP || token.kind() == TokenKind.NUMBER;
    }

    /** The hash of such a token. */
    static int hash(Token token) {
        return token.kind() == TokenKind.NUMBER
                ? NUMBER_HASH
                : mixed(token.form().hashCode());
    }

    /** The hash of two neighbours. */
    static int pair(int last, int hash) {
        return mixed(last * FACTOR + hash + 1);
    }

    /** The hash of three neighbours. */
    static int triple(int before, int last, int hash) {
        return mixed((before * FACTOR + last) * FACTOR + hash + 2);
    }

    /** Buckets of every word, pair and triple of neighbours, for training. */
    public static int[] buckets(List<List<Token>> sentences, int buckets) {
        IntStream.Builder all = IntStream.builder();
        for (List<Token> sentence : sentences) {
            int last = START;
            int before = START;
            for (Token token : sentence) {
                if (isGram(token)) {
                    int hash = hash(token);
                    all.accept(hash & (buckets - 1));
                    all.accept(pair(last, hash) & (buckets - 1));
                    all.accept(triple(before, last, hash) & (buckets - 1));
                    before = last;
                    last = hash;
                }
            }
        }
        return all.build().toArray();
    }

    /** Finalizer of MurmurHash3 (Appleby, public domain). */
    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
