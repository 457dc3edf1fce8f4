package io.biggerbox.text.discovery;

import java.util.List;

/**
 * What one revision of a feedback has in pain that no theme claims. It replaces all that an earlier revision had.
 *
 * @param feedbackId the feedback
 * @param revision of the feedback; one that is not higher than the last is a repeated delivery
 * @param customer who said it, as a hash
 * @param product what it was said of
 * @param at when it was said, epoch milliseconds
 * @param source where the record stands, for people who look it up
 * @param sentences may be empty
 */
public record PainReport(
        String feedbackId,
        long revision,
        long customer,
        String product,
        long at,
        SourcePlace source,
        List<PainSentence> sentences) {

    public PainReport {
        sentences = List.copyOf(sentences);
    }

    /**
     * Coordinates of a source record.
     *
     * @param topic its topic
     * @param partition its partition, from 0
     * @param offset its offset, from 0
     */
    public record SourcePlace(String topic, int partition, long offset) {}
}
