package io.biggerbox.devstack;

import org.jspecify.annotations.Nullable;

/** One fact in the registry's log. The state is what remains when all are applied in their order. */
sealed interface LogEntry {
    /**
     * A version of a subject, live or softly deleted.
     *
     * @param version from 1
     * @param id the schema's id, from 1
     * @param schema its text
     */
    record Stored(String subject, int version, int id, String schema, boolean deleted) implements LogEntry {}

    /** A version is gone for good. */
    record Erased(String subject, int version) implements LogEntry {}

    /** All versions up to {@code version} are softly deleted. */
    record SubjectDeleted(String subject, int version) implements LogEntry {}

    /** The note of a soft deletion is gone, since the subject is. */
    record SubjectErased(String subject) implements LogEntry {}

    /**
     * The compatibility level of a subject, or of all without their own.
     *
     * @param subject null for the global level
     * @param level null to clear it
     */
    record LevelSet(@Nullable String subject, @Nullable CompatibilityLevel level) implements LogEntry {}
}
