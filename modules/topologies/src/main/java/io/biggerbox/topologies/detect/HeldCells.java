package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.CellDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** What has changed since the last commit, by hour. */
    private final TreeMap<Long, Map<CellKey, Held>> changed = new TreeMap<>();

    /** Hours of which the store has something, or had. */
    private final TreeSet<Long> stored = new TreeSet<>();

    /**
     * What waits under a key.
     *
     * @param cell null once it has been taken out
     * @param stored whether the store has something under the key
     */
    private record Held(@Nullable CellDelta cell, boolean stored) {}

    /** Goes on with what is in {@code store}. */
    HeldCells(KeyValueStore<String, CellDelta> store) {
        this.store = store;
        try (KeyValueIterator<String, CellDelta> all = store.all()) {
            all.forEachRemaining(entry -> stored.add(entry.value.getHour()));
        }
    }

    /** Has {@code cell} wait. */
    void add(CellDelta cell) {
        CellKey key = CellKey.of(cell);
        Map<CellKey, Held> hour = changed.computeIfAbsent(key.hour(), unused -> new LinkedHashMap<>());
        Held known = hour.get(key);
        if (known == null) {
            @Nullable CellDelta before = stored.contains(key.hour()) ? store.get(key.text()) : null;
            known = new Held(before, before != null);
        }
        hour.put(key, new Held(Cells.add(known.cell(), cell), known.stored()));
    }

    /** Takes out all cells of {@code hour} and earlier ones. */
    List<CellDelta> release(long hour) {
        while (!stored.isEmpty() && stored.first() <= hour) {
            takeUp(stored.pollFirst());
        }
        List<CellDelta> ready = new ArrayList<>();
        changed.headMap(hour, true).values().removeIf(cells -> {
            cells.entrySet().removeIf(entry -> {
                Held held = entry.getValue();
                if (held.cell() != null) {
                    ready.add(held.cell());
                }
                entry.setValue(new Held(null, held.stored()));
                return !held.stored();
            });
            return cells.isEmpty();
        });
        return ready;
    }

    private void takeUp(long hour) {
        Map<CellKey, Held> cells = changed.computeIfAbsent(hour, unused -> new LinkedHashMap<>());
        try (KeyValueIterator<String, CellDelta> kept =
                store.range(CellKey.hourPrefix(hour), CellKey.hourPrefix(hour + 1))) {
            kept.forEachRemaining(entry -> cells.putIfAbsent(CellKey.of(entry.value), new Held(entry.value, true)));
        }
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
        changed.forEach((hour, cells) -> cells.forEach((key, held) -> {
            if (held.cell() != null) {
                store.put(key.text(), held.cell());
                stored.add(hour);
            } else if (held.stored()) {
                store.delete(key.text());
            }
        }));
        changed.clear();
    }
}
