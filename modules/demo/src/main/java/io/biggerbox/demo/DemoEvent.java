package io.biggerbox.demo;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One delivery of one revision.
 *
 * @param event a {@link Review}, {@link Ticket} or {@link Survey}
 * @param arrival when it reaches the stream; never before the last change of the event
 * @param truth what it says, for tests and measurements
 */
public record DemoEvent(SpecificRecord event, Instant arrival, DemoTruth truth) {

    /** Which record it is. */
    public FeedbackKind kind() {
        if (event instanceof Review) {
            return FeedbackKind.REVIEW;
        }
        return event instanceof Ticket ? FeedbackKind.TICKET : FeedbackKind.SURVEY;
    }

    /** The record key of the event. */
    public String customerId() {
        if (event instanceof Review review) {
            return review.getCustomerId();
        }
        return event instanceof Ticket ticket ? ticket.getCustomerId() : ((Survey) event).getCustomerId();
    }

    /** The product that it is about. */
    public String product() {
        if (event instanceof Review review) {
            return review.getProduct();
        }
        return event instanceof Ticket ticket ? ticket.getProduct() : ((Survey) event).getProduct();
    }

    /** Its id in its source. */
    public String sourceId() {
        if (event instanceof Review review) {
            return review.getSourceId();
        }
        return event instanceof Ticket ticket ? ticket.getSourceId() : ((Survey) event).getSourceId();
    }

    /** Which revision of it this is. */
    public long revision() {
        if (event instanceof Review review) {
            return review.getRevision();
        }
        return event instanceof Ticket ticket ? ticket.getRevision() : ((Survey) event).getRevision();
    }

    /** When the customer first wrote. */
    public Instant writtenAt() {
        if (event instanceof Review review) {
            return review.getWrittenAt();
        }
        return event instanceof Ticket ticket ? ticket.getWrittenAt() : ((Survey) event).getWrittenAt();
    }
}
