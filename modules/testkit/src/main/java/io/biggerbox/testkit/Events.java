package io.biggerbox.testkit;

import io.biggerbox.events.Author;
import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.Turn;
import java.time.Instant;

/** Builders of events in which everything is filled in that a test does not care about. */
public final class Events {

    /** The product of all events that do not say another. */
    public static final String PRODUCT = "Box";

    /** A Monday at noon. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

    private Events() {}

    /**
     * A review with a complaint about {@link Fixtures#BOX}.
     *
     * @param id its id in the source
     * @param customer who wrote it
     * @param writtenAt when
     */
    public static Review.Builder review(String id, String customer, Instant writtenAt) {
        return Review.newBuilder()
                .setSource("shop")
                .setSourceId(id)
                .setProduct(PRODUCT)
                .setCustomerId(customer)
                .setWrittenAt(writtenAt)
                .setText(Fixtures.BOX_COMPLAINT);
    }

    /**
     * A ticket with a complaint about {@link Fixtures#BOX} as its description.
     *
     * @param id its id in the source
     * @param customer who wrote it
     * @param writtenAt when
     */
    public static Ticket.Builder ticket(String id, String customer, Instant writtenAt) {
        return Ticket.newBuilder()
                .setSource("desk")
                .setSourceId(id)
                .setProduct(PRODUCT)
                .setCustomerId(customer)
                .setWrittenAt(writtenAt)
                .setDescription(Fixtures.BOX_COMPLAINT);
    }

    /** A public turn of a ticket. */
    public static Turn turn(Author author, Instant at, String text) {
        return Turn.newBuilder()
                .setAuthor(author)
                .setAt(at)
                .setText(text)
                .setIsPublic(true)
                .build();
    }

    /** A turn that the customer never saw. */
    public static Turn internalNote(Instant at, String text) {
        return Turn.newBuilder(turn(Author.VENDOR, at, text)).setIsPublic(false).build();
    }

    /**
     * An answer to an NPS survey, from 0 to 10, without a comment.
     *
     * @param id its id in the source
     * @param customer who wrote it
     * @param writtenAt when
     * @param score the answer
     */
    public static Survey.Builder nps(String id, String customer, Instant writtenAt, double score) {
        return Survey.newBuilder()
                .setSource("poll")
                .setSourceId(id)
                .setProduct(PRODUCT)
                .setCustomerId(customer)
                .setWrittenAt(writtenAt)
                .setKind(SurveyKind.NPS)
                .setScore(score);
    }

    /**
     * A command about {@link #PRODUCT} and {@link Fixtures#BOX}.
     *
     * @param id its id
     * @param kind what is asked for
     * @param issuedAt when
     */
    public static Command.Builder command(String id, CommandKind kind, Instant issuedAt) {
        return Command.newBuilder()
                .setCommandId(id)
                .setKind(kind)
                .setProduct(PRODUCT)
                .setTheme(Fixtures.BOX)
                .setActor("ada")
                .setIssuedAt(issuedAt);
    }
}
