package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Vocabulary;

/**
 * The gates of one sentence. What a word opens depends on itself and its neighbours only, so it is computed once, and
 * every clause of the sentence is read with the same numbers; only where a stretch begins or ends, words have other
 * neighbours and get a patch. Filled again for every sentence; confined to one thread.
 */
final class Gates {
    /** Words beside a new neighbour: at both ends of a stretch and on both sides of a hole. */
    private static final int MOST_PATCHES = 4;

    private static final int LONGEST = SentenceSplitter.LONGEST_SENTENCE;

    private final GatedNetwork network;
    private final int units;
    private final Recurrence recurrence;
    private final Way way;

    /** The row of each slot. */
    private final WordRow[] rows = new WordRow[LONGEST];

    /** The slot of each token; {@link Vocabulary#NONE} for those that the units do not see. */
    private final int[] slots = new int[LONGEST];

    /** Whether each token is a word that the model knows. */
    private final boolean[] known = new boolean[LONGEST];

    /** Whether each token is part of word sequences, and its hash. */
    private final boolean[] isGram = new boolean[LONGEST];

    private final int[] hashes = new int[LONGEST];

    /** The hashes of one stretch. */
    private final int[] grams = new int[LONGEST];

    private int count;

    Gates(GatedNetwork network) {
        this.network = network;
        this.units = network.units();
        this.recurrence = new Recurrence(units);
        this.way = new Way(LONGEST + MOST_PATCHES, units);
    }

    /** Computes the gates of a sentence in place of the one before. */
    void open(Line line) {
        count = 0;
        for (int i = 0; i < line.size(); i++) {
            Token token = line.token(i);
            int input = Inputs.of(token);
            slots[i] = input == Vocabulary.NONE ? Vocabulary.NONE : count;
            known[i] = token.isWord() && input != Inputs.UNKNOWN;
            isGram[i] = Inputs.isGram(token);
            hashes[i] = isGram[i] ? Inputs.hash(token) : 0;
            if (input != Vocabulary.NONE) {
                rows[count] = network.row(input);
                count++;
            }
        }
        WordRow left = network.row(Inputs.EDGE);
        for (int slot = 0; slot < count; slot++) {
            WordRow right = slot + 1 == count ? network.row(Inputs.EDGE) : rows[slot + 1];
            openForward(rows[slot], left, slot);
            openBackward(rows[slot], right, slot);
            left = rows[slot];
        }
    }

    private void openForward(WordRow own, WordRow left, int slot) {
        Recurrence.open(own.forward, left.forwardBeside, way.openForward[slot]);
    }

    private void openBackward(WordRow own, WordRow right, int slot) {
        Recurrence.open(own.backward, right.backwardBeside, way.openBackward[slot]);
    }

    /** Reads a stretch of the sentence that was opened last. */
    Lean read(Stretch stretch, double rules) {
        way.words = 0;
        int sequence = 0;
        int knownWords = 0;
        for (int i = stretch.from(); i < stretch.to(); i++) {
            if (!stretch.holds(i)) {
                continue;
            }
            if (slots[i] != Vocabulary.NONE) {
                way.add(slots[i]);
            }
            knownWords += known[i] ? 1 : 0;
            if (isGram[i]) {
                grams[sequence] = hashes[i];
                sequence++;
            }
        }
        float[] peaks = new float[2 * units];
        float[] sums = new float[2 * units];
        if (way.words > 0) {
            patch();
            recurrence.run(way, peaks, sums);
        }
        return network.lean(peaks, sums, way.words, grams, sequence, knownWords, rules);
    }

    /** Gives words that have other neighbours here than in the sentence gates of their own. */
    private void patch() {
        int free = count;
        int before = Vocabulary.NONE;
        for (int k = 0; k < way.words; k++) {
            int slot = way.forward[k];
            int after = k + 1 < way.words ? way.forward[k + 1] : Vocabulary.NONE;
            boolean leftStays = before == slot - 1;
            boolean rightStays = after == (slot + 1 == count ? Vocabulary.NONE : slot + 1);
            if (!leftStays) {
                openForward(rows[slot], row(before), free);
                way.forward[k] = free;
            }
            if (!rightStays) {
                openBackward(rows[slot], row(after), free);
                way.backward[k] = free;
            }
            free += leftStays && rightStays ? 0 : 1;
            before = slot;
        }
    }

    private WordRow row(int slot) {
        return slot == Vocabulary.NONE ? network.row(Inputs.EDGE) : rows[slot];
    }
}
