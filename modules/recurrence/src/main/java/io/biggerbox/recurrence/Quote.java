package io.biggerbox.recurrence;

import java.time.Instant;

/**
 * A redacted sentence that shows what customers said, with the way back to its source record.
 *
 * @param text the redacted sentence
 * @param at when the customer said it
 * @param feedbackId natural key of the feedback
 * @param topic topic of the source record
 * @param partition partition of the source record, from 0
 * @param offset offset of the source record, from 0
 */
public record Quote(String text, Instant at, String feedbackId, String topic, int partition, long offset) {}
