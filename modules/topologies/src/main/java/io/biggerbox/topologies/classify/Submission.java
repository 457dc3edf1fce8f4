package io.biggerbox.topologies.classify;

import io.biggerbox.events.FeedbackKind;
import io.biggerbox.events.ScoreKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reviews, tickets and surveys have in common: one revision of something that a customer said.
 *
 * @param kind what kind of record it came from
 * @param source the tool
 * @param sourceId id in that tool
 * @param revision of the record
 * @param product the product
 * @param customer the customer
 * @param tier the customer's tier, or null
 * @param valuePerYear what the customer pays a year, or null
 * @param channel where it was said, or null
 * @param saidAt when it was said as a whole
 * @param experiencedAt when the customer met the problem, or null
 * @param parts what the customer wrote, oldest first
 * @param replies what the vendor answered in public, oldest first
 * @param score the score given, or null
 * @param resolution how a ticket ended, or null
 */
record Submission(
        FeedbackKind kind,
        String source,
        String sourceId,
        long revision,
        String product,
        String customer,
        @Nullable String tier,
        @Nullable Double valuePerYear,
        @Nullable String channel,
        Instant saidAt,
        @Nullable Instant experiencedAt,
        List<Part> parts,
        List<Reply> replies,
        @Nullable Score score,
        @Nullable String resolution) {

    /** Something that the customer wrote, and when. */
    record Part(String text, Instant at) {}

    /** Something that the vendor answered, when, and whether the source says that it is a template. */
    record Reply(String text, Instant at, boolean canned) {}

    /** A score from {@code min} (worst) to {@code max} (best). */
    record Score(ScoreKind kind, double value, double min, double max) {}

    /** Natural key without revision. */
    String feedbackId() {
        return source + ":" + sourceId;
    }
}
