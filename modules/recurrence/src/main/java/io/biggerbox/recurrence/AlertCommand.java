package io.biggerbox.recurrence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a team says about an alert. Commands are idempotent by {@link #id()}. */
public sealed interface AlertCommand {

    /** Id of the command: the same id has an effect once. */
    String id();

    /** The product of the alert. */
    String product();

    /** The theme of the alert. */
    String theme();

    /** When it was said. */
    Instant issuedAt();

    /** Who said it. */
    String actor();

    /** What they wrote with it, or null. */
    @Nullable
    String note();

    /** We know. */
    record Acknowledge(String id, String product, String theme, Instant issuedAt, String actor, @Nullable String note)
            implements AlertCommand {}

    /**
     * We changed something.
     *
     * @param effectiveAt from when on customers meet the change; may lie in the past or the future
     * @param targetDrop by which part the rate is to fall for the change to count as a success; above 0, at most 1
     */
    record DeclareChange(
            String id,
            String product,
            String theme,
            Instant issuedAt,
            String actor,
            @Nullable String note,
            Instant effectiveAt,
            double targetDrop)
            implements AlertCommand {

        /** Half of the complaints gone: what a team that names no target is held to. */
        public static final double USUAL_TARGET = 0.5;

        /** Refuses targets outside the range with an {@link IllegalArgumentException}. */
        public DeclareChange {
            if (!(targetDrop > 0 && targetDrop <= 1)) {
                throw new IllegalArgumentException("targetDrop must lie above 0 and not above 1, but is " + targetDrop);
            }
        }

        /** A change with the usual target. */
        public DeclareChange(
                String id,
                String product,
                String theme,
                Instant issuedAt,
                String actor,
                @Nullable String note,
                Instant effectiveAt) {
            this(id, product, theme, issuedAt, actor, note, effectiveAt, USUAL_TARGET);
        }
    }

    /**
     * Be silent, unless it gets worse.
     *
     * @param until end of the silence
     */
    record Mute(
            String id,
            String product,
            String theme,
            Instant issuedAt,
            String actor,
            @Nullable String note,
            Instant until)
            implements AlertCommand {}

    /** Speak again. */
    record Unmute(String id, String product, String theme, Instant issuedAt, String actor, @Nullable String note)
            implements AlertCommand {}
}
