package io.biggerbox.recurrence;

/** Where an alert stands in its life. */
public enum AlertState {
    /** First sign, not yet sure: for those who want to watch. */
    EMERGING,
    /** The complaint keeps coming back and nobody has said that they know. */
    OPEN,
    /** A team has said that it knows. */
    ACKNOWLEDGED,
    /** A team has declared a change whose effective time lies ahead. */
    CHANGE_DECLARED,
    /** The change is in effect and its numbers are being watched. */
    VERIFYING,
    /** The numbers say that the change worked. */
    VERIFIED,
    /** Fewer complain since the change, but less than the target, or so few that it may be chance. */
    PARTIAL,
    /** The numbers say that the change did not help, or do not show that it did. */
    NO_EFFECT,
    /** The complaint came back after a change. */
    REGRESSED,
    /** A known problem spreads or grows old: reach has doubled, or the age ladder has a new rung. */
    ESCALATED,
    /** A team asked for silence until a date. */
    MUTED
}
