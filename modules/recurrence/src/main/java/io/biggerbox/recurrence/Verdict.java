package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/** What the numbers say about a declared change. */
public enum Verdict {
    /** Too early, or too close to call. */
    PENDING(null),
    /** Clearly fewer customers complain, and the target is reached. */
    VERIFIED(AlertState.VERIFIED),
    /** Fewer complain, but less than the target, or so few that it may be chance. */
    PARTIAL(AlertState.PARTIAL),
    /** They complain as before, or nothing shows that they do not. */
    NO_EFFECT(AlertState.NO_EFFECT),
    /** The complaint came back after the change. */
    REGRESSED(AlertState.REGRESSED);

    private final @Nullable AlertState state;

    Verdict(@Nullable AlertState state) {
        this.state = state;
    }

    /** The state into which this verdict leads, or null while there is none. */
    @Nullable
    AlertState state() {
        return state;
    }
}
