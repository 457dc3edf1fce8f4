package io.biggerbox.text.discovery;

/**
 * A sentence that stands for a candidate.
 *
 * @param text redacted; cut when it is long
 * @param feedbackId where it is from
 * @param customer who said it, as a hash
 * @param product what it was said of
 * @param at when, epoch milliseconds
 * @param source coordinates of the source record
 */
public record CandidateQuote(
        String text, String feedbackId, long customer, String product, long at, PainReport.SourcePlace source) {}
