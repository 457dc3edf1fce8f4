package io.biggerbox.service.monitor;

import java.util.Map;
import java.util.TreeMap;

/**
 * How one application is.
 *
 * @param state as Kafka Streams names it: RUNNING, REBALANCING, …
 * @param backlog what it has yet to process, by topic, internal ones too
 * @param processed records since the start of the process
 * @param dropped records given up since then: dead letters, and what came too late
 * @param latencySeconds longest time from the arrival of an event to a result, since then
 * @param restoring records that stores have yet to read back before it can work
 * @param storeBytes size on disk of each store
 * @param storeEntries entries of each store, estimated
 */
public record ApplicationStatus(
        String state,
        Map<String, Backlog> backlog,
        double processed,
        double dropped,
        double latencySeconds,
        long restoring,
        Map<String, Double> storeBytes,
        Map<String, Double> storeEntries) {

    public ApplicationStatus {
        backlog = new TreeMap<>(backlog);
        storeBytes = new TreeMap<>(storeBytes);
        storeEntries = new TreeMap<>(storeEntries);
    }
}
