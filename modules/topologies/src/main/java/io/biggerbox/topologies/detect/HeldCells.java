package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.CellDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Cells that wait until event time reaches them. Most come and go between two commits: those are never written. The store
 * has what the last commit knew, so it must have no cache of its own.
 */
final class HeldCells {

    private final KeyValueStore<String, CellDelta> store;

    /** What has changed since the last commit. */
    private final TreeMap<String, Held> changed = new TreeMap<>();

    /** Nothing of this hour or an earlier one waits: a scan from the beginning would pass everything that was ever deleted. */
    private long released = -1;

    /**
     * What waits under a key.
     *
     * @param cell null once it has been taken out
     * @param stored whether the store has something under the key
     */
    private record Held(@Nullable CellDelta cell, boolean stored) {}

    HeldCells(KeyValueStore<String, CellDelta> store) {
        this.store = store;
    }

    /** Has {@code cell} wait; its hour must not have been released. */
    void add(String product, CellDelta cell) {
        String key = CellKeys.byHour(product, cell);
        Held known = changed.get(key);
        if (known == null) {
            @Nullable CellDelta stored = store.get(key);
            known = new Held(stored, stored != null);
        }
        changed.put(key, new Held(Cells.add(known.cell(), cell), known.stored()));
    }

    /** Takes out all cells of {@code hour} and earlier ones, by product. */
    Map<String, List<CellDelta>> release(long hour) {
        Map<String, List<CellDelta>> ready = new TreeMap<>();
        String from = CellKeys.hourPrefix(released + 1);
        String to = CellKeys.hourPrefix(hour + 1);
        try (KeyValueIterator<String, CellDelta> stored = store.range(from, to)) {
            while (stored.hasNext()) {
                KeyValue<String, CellDelta> entry = stored.next();
                changed.putIfAbsent(entry.key, new Held(entry.value, true));
            }
        }
        changed.subMap(from, to).entrySet().removeIf(entry -> {
            Held held = entry.getValue();
            if (held.cell() != null) {
                ready.computeIfAbsent(CellKeys.productOfHourKey(entry.getKey()), product -> new ArrayList<>())
                        .add(held.cell());
            }
            entry.setValue(new Held(null, held.stored()));
            return !held.stored();
        });
        released = Math.max(released, hour);
        return ready;
    }

    /** Takes the words of a feedback out of what waits. */
    void forget(String feedbackId) {
        write();
        List<KeyValue<String, CellDelta>> quoting = new ArrayList<>();
        try (KeyValueIterator<String, CellDelta> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (Cells.unquote(entry.value, feedbackId)) {
                    quoting.add(entry);
                }
            });
        }
        quoting.forEach(entry -> store.put(entry.key, entry.value));
    }

    /** Writes what has changed; call it before each commit. */
    void write() {
        changed.forEach((key, held) -> {
            if (held.cell() != null) {
                store.put(key, held.cell());
            } else if (held.stored()) {
                store.delete(key);
            }
        });
        changed.clear();
    }
}
