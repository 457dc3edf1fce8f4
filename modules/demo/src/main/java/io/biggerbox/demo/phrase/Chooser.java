package io.biggerbox.demo.phrase;

/** Where the grammar's choices come from. */
@FunctionalInterface
public interface Chooser {

    /**
     * Chooses.
     *
     * @param bound how many possibilities there are, at least 1
     * @return one of them, from 0 to bound - 1
     */
    int below(int bound);
}
