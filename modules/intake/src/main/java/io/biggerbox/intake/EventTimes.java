package io.biggerbox.intake;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Times of source records. */
final class EventTimes {

    private EventTimes() {}

    /** When it was written first. */
    static Instant writtenAt(SpecificRecord event) {
        if (event instanceof Review review) {
            return review.getWrittenAt();
        }
        if (event instanceof Ticket ticket) {
            return ticket.getWrittenAt();
        }
        if (event instanceof Survey survey) {
            return survey.getWrittenAt();
        }
        throw new IllegalArgumentException("not a source record: " + event.getClass());
    }

    /** The event time that classify gives it: when it was written or, for a review, rewritten. */
    static Instant eventTime(SpecificRecord event) {
        Instant written = writtenAt(event);
        return event instanceof Review review ? Objects.requireNonNullElse(review.getEditedAt(), written) : written;
    }
}
