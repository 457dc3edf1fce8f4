package io.biggerbox.topologies;

/** The three applications. Each scales by itself. */
public enum Application {
    /** Source records to feedback: bound by the processor. */
    CLASSIFY("biggerbox-classify"),
    /** Feedback to aggregate rows: bound by its state. */
    MEASURE("biggerbox-measure"),
    /** Feedback to alerts: bound by its state. */
    DETECT("biggerbox-detect");

    private final String id;

    Application(String id) {
        this.id = id;
    }

    /** The {@code application.id}: consumer group, and prefix of internal topics and state folders. */
    public String id() {
        return id;
    }
}
