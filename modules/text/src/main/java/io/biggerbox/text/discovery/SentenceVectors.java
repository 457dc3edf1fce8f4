package io.biggerbox.text.discovery;

/** Turns sentences into vectors whose inner product says how alike they are. Safe for use by any number of threads. */
public interface SentenceVectors {

    /** Numbers in a vector. */
    int dimensions();

    /** Changes whenever a sentence may get another vector. Clusters of another version are forgotten. */
    String version();

    /**
     * The mean inner product of two sentences that complain about the same thing, from 0 to 1: what a cluster of which
     * little is known yet is taken to be like.
     */
    double likeness();

    /** The vector of a sentence, of length 1; all zeros when the sentence says nothing that could be compared. */
    float[] of(String sentence);
}
