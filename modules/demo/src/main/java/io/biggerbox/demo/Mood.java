package io.biggerbox.demo;

/** With what a customer comes. */
public enum Mood {
    /** Praises. */
    PRAISE,
    /** Tells or asks something without being unhappy. */
    NEUTRAL,
    /** Is unhappy and does not say with what. */
    GRUMBLE,
    /** Complains about a theme. */
    COMPLAINT
}
