package io.biggerbox.text.sentiment;

/**
 * The arithmetic of gated units. Every loop is short and uses one index for all of its arrays: of such loops the compiler
 * makes vector instructions, so that many units cost hardly more than few. Nothing here branches on a number.
 */
final class Recurrence {
    private static final float HALF = 0.5f;

    private Recurrence() {}

    /**
     * Candidates, from −1 to 1, and gates, from 0 to 1, of one word for the units from {@code from} to {@code to}.
     *
     * @param own the word
     * @param beside its neighbour on the side from which these units come
     */
    static void open(WordRow own, WordRow beside, int from, int to, float[] candidates, float[] gates) {
        open(own.candidates, beside.candidatesBeside, own.gates, beside.gatesBeside, from, to, candidates, gates);
    }

    private static void open(
            float[] candidate,
            float[] candidateBeside,
            float[] gate,
            float[] gateBeside,
            int from,
            int to,
            float[] candidates,
            float[] gates) {
        for (int u = from; u < to; u++) {
            float c = candidate[u] + candidateBeside[u];
            float g = gate[u] + gateBeside[u];
            candidates[u] = c / (1 + Math.abs(c));
            gates[u] = HALF + HALF * (g / (1 + Math.abs(g)));
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
