package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.Arrays;

/**
 * The gates of one sentence. What a word opens depends on itself and its neighbours only, so it is computed once, and
 * every clause of the sentence is read with the same numbers; only where a stretch begins or ends, words have other
 * neighbours and get a patch. Filled again for every sentence; confined to one thread.
 */
final class Gates {
    /** Words beside a new neighbour: at both ends of a stretch and on both sides of a hole. */
    private static final int MOST_PATCHES = 4;

    private static final int SLOTS = SentenceSplitter.LONGEST_SENTENCE + MOST_PATCHES;

    private final GatedNetwork network;
    private final int units;

    /** Candidates and gates of the words, forward units first: one array per slot, see {@link Recurrence}. */
    private final float[][] candidates;

    private final float[][] gates;
    private final float[] states;
    private final int[] inputs = new int[SLOTS];
    private final int[] slots = new int[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] way = new int[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] hashes = new int[SentenceSplitter.LONGEST_SENTENCE];
    private int count;

    Gates(GatedNetwork network) {
        this.network = network;
        this.units = network.units();
        this.candidates = new float[SLOTS][2 * units];
        this.gates = new float[SLOTS][2 * units];
        this.states = new float[2 * units];
    }

    /** Computes the gates of a sentence in place of the one before. */
    void open(Line line) {
        count = 0;
        for (int i = 0; i < line.size(); i++) {
            int input = Inputs.of(line.token(i));
            slots[i] = input == Vocabulary.NONE ? Vocabulary.NONE : count;
            if (input != Vocabulary.NONE) {
                inputs[count] = input;
                count++;
            }
        }
        for (int slot = 0; slot < count; slot++) {
            int left = slot == 0 ? Inputs.EDGE : inputs[slot - 1];
            int right = slot + 1 == count ? Inputs.EDGE : inputs[slot + 1];
            compute(slot, inputs[slot], left, right);
        }
    }

    private void compute(int slot, int input, int left, int right) {
        WordRow own = network.row(input);
        Recurrence.open(own, network.row(left), 0, units, candidates[slot], gates[slot]);
        Recurrence.open(own, network.row(right), units, 2 * units, candidates[slot], gates[slot]);
    }

    /** Reads a stretch of the sentence that was opened last. */
    Lean read(Line line, Stretch stretch, double rules) {
        int words = 0;
        int grams = 0;
        int known = 0;
        for (int i = stretch.from(); i < stretch.to(); i++) {
            if (!stretch.holds(i)) {
                continue;
            }
            Token token = line.token(i);
            if (slots[i] != Vocabulary.NONE) {
                way[words] = slots[i];
                known += token.isWord() && inputs[slots[i]] != Inputs.UNKNOWN ? 1 : 0;
                words++;
            }
            if (Inputs.isGram(token)) {
                hashes[grams] = Inputs.hash(token);
                grams++;
            }
        }
        float[] peaks = new float[2 * units];
        float[] sums = new float[2 * units];
        if (words > 0) {
            patch(words);
            run(words, peaks, sums);
        }
        return network.lean(peaks, sums, words, hashes, grams, known, rules);
    }

    /** Gives words that have other neighbours here than in the sentence gates of their own. */
    private void patch(int words) {
        int free = count;
        int before = Vocabulary.NONE;
        for (int k = 0; k < words; k++) {
            int slot = way[k];
            int after = k + 1 < words ? way[k + 1] : Vocabulary.NONE;
            boolean leftStays = before == slot - 1;
            boolean rightStays = after == (slot + 1 == count ? Vocabulary.NONE : slot + 1);
            if (!leftStays || !rightStays) {
                compute(free, inputs[slot], input(before), input(after));
                way[k] = free;
                free++;
            }
            before = slot;
        }
    }

    private int input(int slot) {
        return slot == Vocabulary.NONE ? Inputs.EDGE : inputs[slot];
    }

    /** Runs the forward units over the words on the way, and the backward units from its end. */
    private void run(int words, float[] peaks, float[] sums) {
        Arrays.fill(states, 0);
        Arrays.fill(peaks, -1);
        for (int k = 0; k < words; k++) {
            int forward = way[k];
            Recurrence.step(candidates[forward], gates[forward], 0, units, states, peaks, sums);
            int backward = way[words - 1 - k];
            Recurrence.step(candidates[backward], gates[backward], units, 2 * units, states, peaks, sums);
        }
    }
}
