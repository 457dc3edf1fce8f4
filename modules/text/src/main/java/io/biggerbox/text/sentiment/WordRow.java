package io.biggerbox.text.sentiment;

import java.util.Arrays;

/**
 * What one word adds to the units of each direction: to their candidate states, then to their forget gates. Four arrays and
 * not one, because the compiler makes vector instructions only of loops that use the same index in every array.
 */
final class WordRow {
    /** What it adds to the forward units where it stands, their bias with it. */
    final float[] forward;

    /** What it adds to the backward units where it stands, their bias with it. */
    final float[] backward;

    /** What it adds to the forward units at its right neighbour. */
    final float[] forwardBeside;

    /** What it adds to the backward units at its left neighbour. */
    final float[] backwardBeside;

    /** @param row the four of them, one behind the other */
    WordRow(float[] row) {
        int lanes = row.length / 4;
        this.forward = Arrays.copyOfRange(row, 0, lanes);
        this.backward = Arrays.copyOfRange(row, lanes, 2 * lanes);
        this.forwardBeside = Arrays.copyOfRange(row, 2 * lanes, 3 * lanes);
        this.backwardBeside = Arrays.copyOfRange(row, 3 * lanes, 4 * lanes);
    }
}
