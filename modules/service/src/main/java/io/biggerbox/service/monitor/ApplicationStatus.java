package io.biggerbox.service.monitor;

import java.util.Map;
import java.util.TreeMap;

/**
 * How one application is. Counts are since the start of the process.
 *
 * @param state as Kafka Streams names it: RUNNING, REBALANCING, …
 * @param taxonomy version of the taxonomy that it works with; empty when it needs none
 * @param backlog what it has yet to process, by topic, internal ones too
 * @param processed records
 * @param dropped records given up, by reason: {@code dead_letter}, {@code repeated}, {@code erased}
 * @param late what came too late: for <em>detect</em> complaints that are counted and can raise nothing any more, for
 *     <em>measure</em> changes of rows that were final
 * @param latencySeconds longest time from the arrival of an event to a result, of about the last minute
 * @param restoring records that stores have yet to read back before it can work
 * @param threadRestarts stream threads that died and were replaced
 * @param storeBytes size on disk of each store
 * @param storeEntries entries of each store, estimated
 */
public record ApplicationStatus(
        String state,
        String taxonomy,
        Map<String, Backlog> backlog,
        double processed,
        Map<String, Double> dropped,
        double late,
        double latencySeconds,
        long restoring,
        long threadRestarts,
        Map<String, Double> storeBytes,
        Map<String, Double> storeEntries) {

    public ApplicationStatus {
        backlog = new TreeMap<>(backlog);
        dropped = new TreeMap<>(dropped);
        storeBytes = new TreeMap<>(storeBytes);
        storeEntries = new TreeMap<>(storeEntries);
    }
}
