package io.biggerbox.service;

import java.time.Instant;

/**
 * What was done about a dead letter.
 *
 * @param kind what
 * @param actor who
 * @param at when
 */
public record Settlement(Kind kind, String actor, Instant at) {

    /** What can be done. */
    public enum Kind {
        /** It was written to its topic again. */
        REPLAYED,
        /** It was looked at, and needs nothing. */
        DISMISSED
    }
}
