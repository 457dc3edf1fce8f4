package io.biggerbox.topologies.stores;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store bounded: forgets what was last seen longer ago than the retention, at the latest a
 * {@value #PASSES}th of the retention after that. Time is the arrival time of the records that pass, so a replay
 * forgets what the first run forgot. Each sweep looks at a bounded number of entries and goes on where the last
 * one ended; nothing is looked at before the oldest entry of the last full pass can have come of age, and an
 * entry at most {@value #PASSES} times within a retention: a store that is full loses something every minute, and
 * a pass for each of them would cost more than the stream itself.
 *
 * @param <K> key of the passing records
 * @param <V> value of the passing records
 * @param <S> value of the store
 */
public final class StoreSweeper<K, V, S> implements Processor<K, V, Void, Void> {

    /** A sweep must not outlive the transaction time-out. */
    private static final int ENTRIES_PER_SWEEP = 50_000;

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    /** Most full passes within one retention. */
    private static final int PASSES = 16;

    private final String storeName;
    private final Duration retention;
    private final ToLongFunction<S> lastSeen;
    private KeyValueStore<String, S> store;
    private @Nullable String resumeAt;
    private long oldestInPass = Long.MAX_VALUE;
    private long due = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    private StoreSweeper(String storeName, Duration retention, ToLongFunction<S> lastSeen) {
        this.storeName = storeName;
        this.retention = retention;
        this.lastSeen = lastSeen;
    }

    /**
     * Sweeps one store.
     *
     * @param storeName the store to sweep
     * @param retention how long an entry is kept after it was last seen
     * @param lastSeen epoch milliseconds at which an entry was last seen
     */
    public static <K, V, S> ProcessorSupplier<K, V, Void, Void> supplier(
            String storeName, Duration retention, ToLongFunction<S> lastSeen) {
        return () -> new StoreSweeper<>(storeName, retention, lastSeen);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
        context.schedule(INTERVAL, PunctuationType.STREAM_TIME, this::sweep);
    }

    @Override
    public void process(Record<K, V> record) {
        // passing records only move stream time
    }

    private void sweep(long now) {
        if (now < due) {
            return;
        }
        long oldest = now - retention.toMillis();
        List<String> forgotten = new ArrayList<>();
        int looked = 0;
        @Nullable String next = null;
        try (KeyValueIterator<String, S> entries = resumeAt == null ? store.all() : store.range(resumeAt, null)) {
            while (entries.hasNext()) {
                KeyValue<String, S> entry = entries.next();
                if (++looked > ENTRIES_PER_SWEEP) {
                    next = entry.key;
                    break;
                }
                long seen = lastSeen.applyAsLong(entry.value);
                if (seen < oldest) {
                    forgotten.add(entry.key);
                } else {
                    oldestInPass = Math.min(oldestInPass, seen);
                }
            }
        }
        forgotten.forEach(store::delete);
        resumeAt = next;
        if (next == null) {
            long ofAge = Math.min(oldestInPass, now) + retention.toMillis();
            due = Math.max(ofAge, now + retention.toMillis() / PASSES);
            oldestInPass = Long.MAX_VALUE;
        }
    }
}
