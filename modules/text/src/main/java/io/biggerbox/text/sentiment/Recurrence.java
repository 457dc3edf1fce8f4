package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.SentenceSplitter;
import java.util.Arrays;

/**
 * The states of gated units along some words. All states lie in one array, a row of {@link #WIDTH} numbers for each word:
 * the forward units' at the words from the first to the last, beside the backward units' at those from the last to the
 * first. A row then depends on the row before only, and one loop runs through all of them. Of such a loop, whose arrays
 * differ by constants only, the compiler makes vector instructions. Confined to one thread.
 */
final class Recurrence {
    /** Units of one direction in a row; networks with more of them are run in parts. */
    private static final int SIDE = 40;

    private static final int WIDTH = 2 * SIDE;
    private static final int ROWS = SentenceSplitter.LONGEST_SENTENCE + 1;
    private static final float HALF = 0.5f;

    private final int units;
    private final float[] candidates = new float[ROWS * WIDTH];
    private final float[] gates = new float[ROWS * WIDTH];

    /** The first row of these stands before the first word and stays as it is. */
    private final float[] states = new float[ROWS * WIDTH];

    private final float[] peaks = new float[ROWS * WIDTH];
    private final float[] sums = new float[ROWS * WIDTH];

    /** @param units number of them in each direction */
    Recurrence(int units) {
        this.units = units;
        Arrays.fill(peaks, 0, WIDTH, -1);
    }

    /**
     * Candidates and gates of one word for the units of one direction, all from −1 to 1: soft sign (Bergstra et al., 2009),
     * one division each. One loop over both, because it is short, and what a short loop costs is mostly its ends.
     *
     * @param own what the word adds
     * @param beside what its neighbour adds on the side from which these units come
     * @param opened is filled
     */
    static void open(float[] own, float[] beside, float[] opened) {
        for (int u = 0; u < opened.length; u++) {
            float x = own[u] + beside[u];
            opened[u] = x / (1 + Math.abs(x));
        }
    }

    /**
     * Runs the units along a way.
     *
     * @param way the words, at least one
     * @param highest is filled with the largest state of every unit, the forward ones first
     * @param all is filled with their summed states
     */
    void run(Way way, float[] highest, float[] all) {
        for (int first = 0; first < units; first += SIDE) {
            int side = Math.min(SIDE, units - first);
            for (int k = 0; k < way.words; k++) {
                int row = (k + 1) * WIDTH;
                float[] forward = way.openForward[way.forward[k]];
                float[] backward = way.openBackward[way.backward[way.words - 1 - k]];
                System.arraycopy(forward, first, candidates, row, side);
                System.arraycopy(backward, first, candidates, row + SIDE, side);
                System.arraycopy(forward, units + first, gates, row, side);
                System.arraycopy(backward, units + first, gates, row + SIDE, side);
            }
            int last = way.words * WIDTH;
            step(candidates, gates, states, peaks, sums, last + WIDTH);
            System.arraycopy(peaks, last, highest, first, side);
            System.arraycopy(peaks, last + SIDE, highest, units + first, side);
            System.arraycopy(sums, last, all, first, side);
            System.arraycopy(sums, last + SIDE, all, units + first, side);
        }
    }

    private static void step(float[] candidates, float[] gates, float[] states, float[] peaks, float[] sums, int end) {
        for (int i = WIDTH; i < end; i++) {
            float candidate = candidates[i];
            float gate = HALF + HALF * gates[i];
            float state = candidate + gate * (states[i - WIDTH] - candidate);
            states[i] = state;
            peaks[i] = Math.max(peaks[i - WIDTH], state);
            sums[i] = sums[i - WIDTH] + state;
        }
    }
}
