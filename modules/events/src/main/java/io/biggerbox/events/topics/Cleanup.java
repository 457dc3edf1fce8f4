package io.biggerbox.events.topics;

/** What the broker does with old records of a topic. */
public enum Cleanup {
    /** Records are kept for a time, or for ever. */
    DELETE("delete"),
    /** The latest record of every key is kept for ever. */
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** Value of the broker's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}
