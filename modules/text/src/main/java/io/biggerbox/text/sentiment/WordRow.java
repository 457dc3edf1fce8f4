package io.biggerbox.text.sentiment;

import java.util.Arrays;

/**
 * What one word adds to the units, forward units first, then backward ones. Four arrays and not one, because the compiler
 * makes vector instructions only of loops that use the same index in every array.
 */
final class WordRow {
    /** What it adds to the candidate states where it stands, their bias with it. */
    final float[] candidates;

    /** What it adds to the forget gates where it stands, their bias with it. */
    final float[] gates;

    /** What it adds to its right neighbour's forward and its left neighbour's backward candidates. */
    final float[] candidatesBeside;

    /** What it adds to its right neighbour's forward and its left neighbour's backward gates. */
    final float[] gatesBeside;

    /** @param row the four of them, one behind the other */
    WordRow(float[] row) {
        int lanes = row.length / 4;
        this.candidates = Arrays.copyOfRange(row, 0, lanes);
        this.gates = Arrays.copyOfRange(row, lanes, 2 * lanes);
        this.candidatesBeside = Arrays.copyOfRange(row, 2 * lanes, 3 * lanes);
        this.gatesBeside = Arrays.copyOfRange(row, 3 * lanes, 4 * lanes);
    }
}
