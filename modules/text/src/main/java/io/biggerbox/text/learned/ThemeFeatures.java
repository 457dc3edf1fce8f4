package io.biggerbox.text.learned;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Token;
import java.util.Arrays;

/**
 * What a learned model sees of the words of a text: hashes of stems, of neighbouring stems, and of stems with one word
 * between them. The same for training and for reading. Filled again for every text; confined to one thread.
 */
public final class ThemeFeatures {
    private static final int NUMBER = 77;
    private static final int PAIR = 31;
    private static final int GAP = 1_000_003;
    private static final int START_SIZE = 256;

    private int[] hashes = new int[START_SIZE];
    private int count;

    /** No features yet. */
    public ThemeFeatures() {}

    /** Forgets all features. */
    public void clear() {
        count = 0;
    }

    /** Adds those of a sentence. */
    public void add(Line line) {
        int before = 1;
        int last = 1;
        for (int i = 0; i < line.words(); i++) {
            int hash = hash(line.word(i));
            add(hash);
            if (i > 0) {
                add(mixed(last * PAIR + hash + 1));
            }
            if (i > 1) {
                add(mixed(before * GAP + hash + 2));
            }
            before = last;
            last = hash;
        }
    }

    private void add(int hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count] = hash;
        count++;
    }

    /** The hash of one word or number. */
    static int hash(Token word) {
        return word.isWord() ? hash(word.stem()) : NUMBER;
    }

    /** The hash of a stem. */
    static int hash(String stem) {
        return mixed(stem.hashCode());
    }

    /** Number of features. */
    public int count() {
        return count;
    }

    /** One of them, from 0. */
    public int hash(int i) {
        return hashes[i];
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
