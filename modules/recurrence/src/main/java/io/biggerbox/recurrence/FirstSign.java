package io.biggerbox.recurrence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last first sign of a theme ({@link AlertState#EMERGING}). It stands until something is raised, a
 * change is declared, or {@link #LASTS} are over.
 *
 * @param at event time at which it was told
 * @param signal what was nearly enough
 * @param stands false when it has passed
 * @param before state of the alert before it, or null when there was none
 */
record FirstSign(Instant at, Signal signal, boolean stands, @Nullable AlertState before) {

    /** How long it stands when nothing follows. */
    static final Duration LASTS = Duration.ofDays(14);

    /** Between one and the next: what hovers below the bar for months is told six times a year at most. */
    static final Duration PAUSE = Duration.ofDays(56);

    FirstSign passed() {
        return new FirstSign(at, signal, false, before);
    }

    Instant until() {
        return at.plus(LASTS);
    }
}
