package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.SentenceSplitter;

/**
 * Words in the order in which units read them, each with its slot. Where a stretch begins or ends, a word has a new
 * neighbour on one side: the units that come from there find it in a slot of their own. Confined to one thread.
 */
final class Way {
    /** Candidates and gates of each slot, forward units first. */
    final float[][] candidates;

    final float[][] gates;

    /** The slot of each word, for the forward and the backward units. */
    final int[] forward = new int[SentenceSplitter.LONGEST_SENTENCE];

    final int[] backward = new int[SentenceSplitter.LONGEST_SENTENCE];
    int words;

    Way(int slots, int units) {
        this.candidates = new float[slots][2 * units];
        this.gates = new float[slots][2 * units];
    }

    /** Adds a word. */
    void add(int slot) {
        forward[words] = slot;
        backward[words] = slot;
        words++;
    }
}
