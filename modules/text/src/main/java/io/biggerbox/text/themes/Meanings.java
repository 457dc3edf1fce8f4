package io.biggerbox.text.themes;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;

/** What the words of one sentence mean, as numbers of senses. */
final class Meanings {
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
            held |= Stems.bit(senses[i]);
        }
        return new Meanings(senses, held);
    }

    int count() {
        return senses.length;
    }

    int at(int position) {
        return senses[position];
    }

    /** The {@link Stems#bit bits} of all senses. */
    long held() {
        return held;
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
