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

    private static final int SLOTS = SentenceSplitter.LONGEST_SENTENCE + MOST_PATCHES;

    /** Units that are run at once: enough to keep the processor busy while each waits for its last state. */
    static final int ABREAST = 8;

    private final GatedNetwork network;
    private final int units;

    /** Numbers of one word: candidate and forget gate of the forward units, then of the backward ones. */
    private final int row;

    private final float[] fresh;
    private final float[] near;
    private final float[] keep;
    private final int[] inputs = new int[SLOTS];
    private final int[] slots = new int[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] way = new int[SentenceSplitter.LONGEST_SENTENCE];
    private final int[] hashes = new int[SentenceSplitter.LONGEST_SENTENCE];
    private int count;

    Gates(GatedNetwork network) {
        this.network = network;
        this.units = network.units();
        this.row = 4 * units;
        this.fresh = new float[SLOTS * row];
        this.near = new float[SLOTS * row];
        this.keep = new float[SLOTS * row];
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
            gather(slot, inputs[slot], left, right);
        }
        activate(0, count);
    }

    private void gather(int slot, int input, int left, int right) {
        float[] own = network.row(input);
        System.arraycopy(own, 0, fresh, slot * row, row);
        System.arraycopy(network.row(left), row, near, slot * row, row / 2);
        System.arraycopy(network.row(right), row + row / 2, near, slot * row + row / 2, row / 2);
    }

    /** One long loop over flat arrays: the compiler makes vector instructions of it, and none of many short ones. */
    private void activate(int from, int to) {
        for (int i = from * row; i < to * row; i++) {
            float sum = fresh[i] + near[i];
            float active = sum / (1 + Math.abs(sum));
            fresh[i] = active;
            keep[i] = 0.5f + 0.5f * active;
        }
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
            for (int u = 0; u < units; u += ABREAST) {
                run(u, u, 0, words, 1, peaks, sums);
                run(2 * units + u, units + u, words - 1, -1, -1, peaks, sums);
            }
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
                gather(free, inputs[slot], input(before), input(after));
                activate(free, free + 1);
                way[k] = free;
                free++;
            }
            before = slot;
        }
    }

    private int input(int slot) {
        return slot == Vocabulary.NONE ? Inputs.EDGE : inputs[slot];
    }

    /**
     * Runs eight units over the words on the way. Written out, because each state waits for the one before it: eight
     * chains side by side hide that, and keep state, peak and sum in registers.
     *
     * @param column where the units' candidates stand in a row; their gates stand behind all candidates
     * @param to where their results go
     */
    private void run(int column, int to, int first, int end, int step, float[] peaks, float[] sums) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        float p0 = -1;
        float p1 = -1;
        float p2 = -1;
        float p3 = -1;
        float p4 = -1;
        float p5 = -1;
        float p6 = -1;
        float p7 = -1;
        float q0 = 0;
        float q1 = 0;
        float q2 = 0;
        float q3 = 0;
        float q4 = 0;
        float q5 = 0;
        float q6 = 0;
        float q7 = 0;
        for (int k = first; k != end; k += step) {
            int at = way[k] * row + column;
            int gate = at + units;
            s0 = fresh[at] + keep[gate] * (s0 - fresh[at]);
            s1 = fresh[at + 1] + keep[gate + 1] * (s1 - fresh[at + 1]);
            s2 = fresh[at + 2] + keep[gate + 2] * (s2 - fresh[at + 2]);
            s3 = fresh[at + 3] + keep[gate + 3] * (s3 - fresh[at + 3]);
            s4 = fresh[at + 4] + keep[gate + 4] * (s4 - fresh[at + 4]);
            s5 = fresh[at + 5] + keep[gate + 5] * (s5 - fresh[at + 5]);
            s6 = fresh[at + 6] + keep[gate + 6] * (s6 - fresh[at + 6]);
            s7 = fresh[at + 7] + keep[gate + 7] * (s7 - fresh[at + 7]);
            p0 = s0 > p0 ? s0 : p0;
            p1 = s1 > p1 ? s1 : p1;
            p2 = s2 > p2 ? s2 : p2;
            p3 = s3 > p3 ? s3 : p3;
            p4 = s4 > p4 ? s4 : p4;
            p5 = s5 > p5 ? s5 : p5;
            p6 = s6 > p6 ? s6 : p6;
            p7 = s7 > p7 ? s7 : p7;
            q0 += s0;
            q1 += s1;
            q2 += s2;
            q3 += s3;
            q4 += s4;
            q5 += s5;
            q6 += s6;
            q7 += s7;
        }
        peaks[to] = p0;
        peaks[to + 1] = p1;
        peaks[to + 2] = p2;
        peaks[to + 3] = p3;
        peaks[to + 4] = p4;
        peaks[to + 5] = p5;
        peaks[to + 6] = p6;
        peaks[to + 7] = p7;
        sums[to] = q0;
        sums[to + 1] = q1;
        sums[to + 2] = q2;
        sums[to + 3] = q3;
        sums[to + 4] = q4;
        sums[to + 5] = q5;
        sums[to + 6] = q6;
        sums[to + 7] = q7;
    }
}
