package io.biggerbox.topologies.detect;

/** Hears of alerts that an event completes, before they are committed. Called by stream threads, so it must be quick. */
@FunctionalInterface
public interface AlertListener {

    /** Does not listen. */
    AlertListener NONE = (alertId, revision, arrivedAt) -> {};

    /**
     * An event has completed a revision of an alert. Not called for what the passing of time or a command brings about:
     * nobody was waiting for it since an event.
     *
     * @param alertId the alert
     * @param revision the revision
     * @param arrivedAt when the event arrived, in epoch milliseconds
     */
    void completed(String alertId, long revision, long arrivedAt);
}
