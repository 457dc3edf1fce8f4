package io.biggerbox.topologies;

/** The applications. Each scales by itself. */
public enum Application {
    /** Source records to feedback: bound by the processor. */
    CLASSIFY("biggerbox-classify"),
    /** Feedback to aggregate rows: bound by its state. */
    MEASURE("biggerbox-measure"),
    /** Feedback to alerts: bound by its state. */
    DETECT("biggerbox-detect"),
    /** Feedback to theme candidates: one task, and the others do without it. */
    DISCOVER("biggerbox-discover");

    private final String id;

    Application(String id) {
        this.id = id;
    }

    /** The {@code application.id}: consumer group, and prefix of internal topics and state folders. */
    public String id() {
        return id;
    }
}
