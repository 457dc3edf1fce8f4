package io.biggerbox.topologies.classify;

import io.biggerbox.topologies.classify.Submission.Part;
import io.biggerbox.topologies.classify.Submission.Reply;
import io.biggerbox.topologies.classify.Submission.Score;
import io.biggerbox.topologies.errors.InvalidRecordException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refuses what cannot be true, before anything is counted. */
final class SubmissionChecks {

    /** Clocks of sources go wrong by minutes, time zones by hours; beyond a day it is a wrong date. */
    private static final Duration FUTURE_ALLOWED = Duration.ofDays(1);

    /** Older dates are parsing accidents: epoch 0, or seconds taken for milliseconds. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Longer than any product or customer id, and short enough for a key. */
    private static final int LONGEST_NAME = 256;

    private SubmissionChecks() {}

    /**
     * @param key record key
     * @param arrival record timestamp
     * @throws InvalidRecordException naming the first field at fault
     */
    static void check(Submission submission, @Nullable String key, Instant arrival) {
        name("source", submission.source());
        name("source_id", submission.sourceId());
        name("product", submission.product());
        name("customer_id", submission.customer());
        if (!submission.customer().equals(key)) {
            throw new InvalidRecordException(
                    "key",
                    key == null ? "is missing" : "is not the customer_id of the value",
                    "write the record with its customer_id as key, so that all of a customer meets in one place");
        }
        optionalName("channel", submission.channel());
        optionalName("customer_tier", submission.tier());
        time("written_at", submission.saidAt(), arrival);
        if (submission.experiencedAt() != null) {
            time("experienced_at", submission.experiencedAt(), arrival);
        }
        for (Part part : submission.parts()) {
            time("turns.at", part.at(), arrival);
        }
        for (Reply reply : submission.replies()) {
            time("turns.at or replied_at", reply.at(), arrival);
        }
        if (submission.valuePerYear() != null) {
            double value = submission.valuePerYear();
            if (!(value >= 0 && value <= 1e12)) {
                throw new InvalidRecordException(
                        "customer_value_per_year", "is " + value, "give a yearly amount from 0 up, or leave it out");
            }
        }
        if (submission.score() != null) {
            score(submission.score());
        }
    }

    private static void name(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidRecordException(field, "is empty", "fill it in at the source or in the column map");
        }
        optionalName(field, value);
    }

    /** Channels stand in keys of rows, tiers in every alert. */
    private static void optionalName(String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.length() > LONGEST_NAME) {
            throw new InvalidRecordException(
                    field,
                    "has " + value.length() + " characters",
                    "use at most " + LONGEST_NAME + "; is it really a " + field + "?");
        }
        if (value.indexOf('\0') >= 0) {
            throw new InvalidRecordException(field, "holds a NUL character", "remove it at the source");
        }
    }

    private static void time(String field, Instant value, Instant arrival) {
        if (value.isAfter(arrival.plus(FUTURE_ALLOWED))) {
            throw new InvalidRecordException(
                    field,
                    "is " + value + ", later than its arrival at " + arrival,
                    "check the date format and the time zone of the source");
        }
        if (value.isBefore(EARLIEST)) {
            throw new InvalidRecordException(
                    field,
                    "is " + value + ", before 1990",
                    "check the date format, and whether seconds were taken for milliseconds");
        }
    }

    private static void score(Score score) {
        String field = score.kind() == io.biggerbox.events.ScoreKind.STARS ? "rating" : "score";
        if (!(score.min() < score.max())) {
            throw new InvalidRecordException(
                    field, "has a scale from " + score.min() + " to " + score.max(), "give a scale that rises");
        }
        if (!(score.value() >= score.min() && score.value() <= score.max())) {
            throw new InvalidRecordException(
                    field,
                    "is " + score.value() + ", not between " + score.min() + " and " + score.max(),
                    "correct it, or give the scale that the source uses");
        }
    }
}
