package io.biggerbox.training.student;

/**
 * One text, ready to be learned from.
 *
 * @param sentences network inputs of every sentence
 * @param grams buckets of its word sequences
 * @param target wanted probabilities of NEGATIVE, NEUTRAL and POSITIVE
 * @param hint what the teacher makes of it, in few numbers; empty when nothing is to be learned
 * @param weight how much it counts
 */
record Sample(int[][] sentences, int[] grams, float[] target, float[] hint, float weight) {}
