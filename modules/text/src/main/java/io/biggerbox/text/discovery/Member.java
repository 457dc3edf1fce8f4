package io.biggerbox.text.discovery;

/**
 * One sentence that is counted.
 *
 * @param feedbackId where it is from
 * @param start where it begins there
 * @param text its words
 * @param customer who said it, as a hash
 * @param product what it was said of
 * @param at when, epoch milliseconds
 * @param source coordinates of the source record
 */
record Member(
        String feedbackId,
        int start,
        String text,
        long customer,
        String product,
        long at,
        PainReport.SourcePlace source) {}
