package io.biggerbox.demo;

/** Which record a piece of feedback becomes. */
public enum FeedbackKind {
    /** {@code io.biggerbox.events.Review}. */
    REVIEW,
    /** {@code io.biggerbox.events.Ticket}. */
    TICKET,
    /** {@code io.biggerbox.events.Survey}. */
    SURVEY
}
