package io.biggerbox.service.monitor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Counts the records that stores have yet to read back from their changelogs. Thread-safe. */
public final class RestoreWatch implements StateRestoreListener {

    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();

    /** A watch for one application. */
    public RestoreWatch() {}

    /** Records that are still to be read; 0 when nothing is being restored. */
    public long remaining() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        remaining.put(partition, Math.max(0, to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long to, long records) {
        remaining.computeIfPresent(partition, (p, before) -> Math.max(0, before - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        remaining.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        remaining.remove(partition);
    }
}
