package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.SentenceSplitter;

/**
 * Words in the order in which units read them, each with its slot. Where a stretch begins or ends, a word has a new
 * neighbour on one side: the units that come from there find it in a slot of their own. Confined to one thread.
 */
final class Way {
    /** What each slot opens for the forward units: their candidates, then their gates. */
    final float[][] openForward;

    /** The same for the backward units. */
    final float[][] openBackward;

    /** The slot of each word, for the forward and the backward units. */
    final int[] forward = new int[SentenceSplitter.LONGEST_SENTENCE];

    final int[] backward = new int[SentenceSplitter.LONGEST_SENTENCE];
    int words;

    Way(int slots, int units) {
        this.openForward = new float[slots][2 * units];
        this.openBackward = new float[slots][2 * units];
    }

    /** Adds a word. */
    void add(int slot) {
        forward[words] = slot;
        backward[words] = slot;
        words++;
    }
}
