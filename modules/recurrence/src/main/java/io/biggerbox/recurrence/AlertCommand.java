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
     */
    record DeclareChange(
            String id,
            String product,
            String theme,
            Instant issuedAt,
            String actor,
            @Nullable String note,
            Instant effectiveAt)
            implements AlertCommand {}

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
