package io.biggerbox.service.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose record something is, and when it was said.
 *
 * @param customer as the value names them
 * @param feedbackId source and source id, joined by a colon
 * @param saidAt when it was said as a whole
 * @param withdrawal true for what takes a feedback back
 */
record Whose(String customer, String feedbackId, Instant saidAt, boolean withdrawal) {

    /** What a record of the inputs or of the feedback says; null for anything else. */
    static @Nullable Whose of(@Nullable Object value) {
        if (value instanceof Review review) {
            Instant saidAt = Objects.requireNonNullElse(review.getEditedAt(), review.getWrittenAt());
            return new Whose(review.getCustomerId(), id(review.getSource(), review.getSourceId()), saidAt, false);
        }
        if (value instanceof Ticket ticket) {
            return new Whose(
                    ticket.getCustomerId(), id(ticket.getSource(), ticket.getSourceId()), ticket.getWrittenAt(), false);
        }
        if (value instanceof Survey survey) {
            return new Whose(
                    survey.getCustomerId(), id(survey.getSource(), survey.getSourceId()), survey.getWrittenAt(), false);
        }
        if (value instanceof Feedback feedback) {
            return new Whose(
                    feedback.getCustomerId(),
                    feedback.getFeedbackId(),
                    feedback.getEventTime(),
                    feedback.getWithdrawalsLeft() != null);
        }
        return null;
    }

    private static String id(String source, String sourceId) {
        return source + ":" + sourceId;
    }

    /** A key as text; null stays null. */
    static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, UTF_8);
    }
}
