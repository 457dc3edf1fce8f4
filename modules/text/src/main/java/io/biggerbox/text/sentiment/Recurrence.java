package io.biggerbox.text.sentiment;

/**
 * The arithmetic of gated units. Every loop is short and uses one index for all of its arrays: of such loops the compiler
 * makes vector instructions, so that many units cost hardly more than few. Nothing here branches on a number.
 */
final class Recurrence {
    private static final float HALF = 0.5f;

    private Recurrence() {}

    /**
     * Computes candidates and gates of one word for the units from {@code from} to {@code to}.
     *
     * @param own the word
     * @param beside its neighbour on the side from which these units come
     */
    static void open(WordRow own, WordRow beside, int from, int to, float[] candidates, float[] gates) {
        sums(own.candidates, beside.candidatesBeside, from, to, candidates);
        sums(own.gates, beside.gatesBeside, from, to, gates);
    }

    private static void sums(float[] own, float[] beside, int from, int to, float[] out) {
        for (int u = from; u < to; u++) {
            out[u] = own[u] + beside[u];
        }
    }

    /** Squashes candidates to −1…1 and gates to 0…1. */
    static void activate(float[] candidates, float[] gates) {
        for (int u = 0; u < candidates.length; u++) {
            float candidate = candidates[u];
            candidates[u] = candidate / (1 + Math.abs(candidate));
            float gate = gates[u];
            gates[u] = HALF + HALF * (gate / (1 + Math.abs(gate)));
        }
    }

    /** One word further: new states, added to the sums and kept if they are the largest. */
    static void step(float[] candidates, float[] gates, int from, int to, float[] states, float[] peaks, float[] sums) {
        for (int u = from; u < to; u++) {
            float candidate = candidates[u];
            float state = candidate + gates[u] * (states[u] - candidate);
            states[u] = state;
            sums[u] += state;
            peaks[u] = Math.max(peaks[u], state);
        }
    }
}
