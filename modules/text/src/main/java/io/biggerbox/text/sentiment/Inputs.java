package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.List;
import java.util.function.IntConsumer;

/** What the network sees of a sentence: the same for training and for reading. */
public final class Inputs {
    /** Row of a word that has none of its own. */
    public static final int UNKNOWN = 0;

    /** Row of what stands before the first word and after the last. */
    public static final int EDGE = 1;

    /** Row of every number. */
    public static final int NUMBER = 2;

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

    /**
     * Hashes of every word, pair and triple of neighbours; stops count as words, other signs are not there.
     *
     * @return how many there were
     */
    static int grams(List<Token> sentence, IntConsumer sink) {
        int count = 0;
        int last = 1;
        int before = 1;
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            int hash;
            if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.STOP) {
                hash = mixed(token.form().hashCode());
            } else if (token.kind() == TokenKind.NUMBER) {
                hash = NUMBER_HASH;
            } else {
                continue;
            }
            sink.accept(hash);
            sink.accept(mixed(last * FACTOR + hash + 1));
            sink.accept(mixed((before * FACTOR + last) * FACTOR + hash + 2));
            before = last;
            last = hash;
            count += 3;
        }
        return count;
    }

    /** Buckets of what {@link #grams} gives, for training. */
    public static int[] buckets(List<List<Token>> sentences, int buckets) {
        java.util.stream.IntStream.Builder all = java.util.stream.IntStream.builder();
        for (List<Token> sentence : sentences) {
            grams(sentence, hash -> all.accept(hash & (buckets - 1)));
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
