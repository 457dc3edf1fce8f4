package io.biggerbox.training.student;

/**
 * Sizes of the network.
 *
 * @param words rows of the word table
 * @param width numbers per word
 * @param units gated units in each direction
 * @param hidden units between the pools and the answer
 * @param hints numbers of the teacher to be guessed while learning; a multiple of 4
 * @param buckets rows of the table of word sequences; a power of two
 */
public record Shape(int words, int width, int units, int hidden, int hints, int buckets) {
    /** Numbers that one word adds to the units: two for each unit, direction and place. */
    public int row() {
        return 8 * units;
    }

    /** Largest and mean state of every unit. */
    public int pools() {
        return 4 * units;
    }
}
