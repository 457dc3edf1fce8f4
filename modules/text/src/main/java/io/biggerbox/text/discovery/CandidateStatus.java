package io.biggerbox.text.discovery;

/** What has become of a candidate. */
public enum CandidateStatus {
    /** It is below the noise floor, and was never offered. Never published. */
    NOISE,
    /** It is offered. */
    OPEN,
    /** Somebody made it a theme. */
    PROMOTED,
    /** Somebody said that it is none. */
    DISMISSED,
    /** It is heard of no more, or has become part of another candidate. */
    FADED
}
