package io.biggerbox.text.themes;

import io.biggerbox.text.tokens.Line;

/** What the words of one sentence mean, as numbers of senses. */
final class Meanings {
    private static final int SPREAD = 0x9e3779b9;
    private static final int TO_SIXTY_FOUR = Integer.SIZE - 6;

    private final int[] senses;

    /** One bit for about every 64th sense: set if the sentence holds one of those. */
    private final long held;

    private Meanings(int[] senses, long held) {
        this.senses = senses;
        this.held = held;
    }

    static Meanings of(Line line, SenseNumbers numbers) {
        int[] senses = new int[line.words()];
        long held = 0;
        for (int i = 0; i < senses.length; i++) {
            senses[i] = numbers.of(line.stems()[i]);
            held |= bit(senses[i]);
        }
        return new Meanings(senses, held);
    }

    /** The bit by which a sense is known; others have the same. */
    static long bit(int sense) {
        return 1L << ((sense * SPREAD) >>> TO_SIXTY_FOUR);
    }

    int count() {
        return senses.length;
    }

    int at(int position) {
        return senses[position];
    }

    /** False if no word means the sense with this bit; true if one does, and sometimes if none does. */
    boolean mayHold(long bit) {
        return (held & bit) != 0;
    }

    /** Position of the word that means {@code sense} and is nearest to the anchor, the left one of two; −1 without any. */
    int nearest(int sense, int anchor, int from, int to) {
        int best = -1;
        for (int i = from; i <= to; i++) {
            if (senses[i] == sense && (best < 0 || Math.abs(i - anchor) < Math.abs(best - anchor))) {
                best = i;
            }
        }
        return best;
    }
}
