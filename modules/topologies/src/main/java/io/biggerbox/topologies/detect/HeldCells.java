package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.CellDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Cells that wait until event time reaches them, or until those before them are decided on. Most come and go between two commits:
 * those are never written. The store has what the last commit knew, so it must have no cache of its own.
 */
final class HeldCells {

    private final KeyValueStore<String, CellDelta> store;

    /** What has come or grown since the last commit, by hour. */
    private final TreeMap<Long, Map<CellKey, Held>> changed = new TreeMap<>();

    /** What has been taken out since the last commit and is still in the store. */
    private final Set<CellKey> taken = new LinkedHashSet<>();

    /** Hours of which the store may have something, with a key that comes before it all; null after a start. */
    private @Nullable NavigableMap<Long, String> stored;

    /**
     * What waits under a key.
     *
     * @param isStored whether the store has something under the key
     */
    private record Held(CellDelta cell, boolean isStored) {}

    /** Goes on with what is in {@code store}. */
    HeldCells(KeyValueStore<String, CellDelta> store) {
        this.store = store;
    }

    /** Has {@code cell} wait. */
    void add(CellDelta cell) {
        CellKey key = CellKey.of(cell);
        Map<CellKey, Held> hour = changed.computeIfAbsent(key.hour(), unused -> new LinkedHashMap<>());
        Held known = hour.get(key);
        if (known == null) {
            boolean wasTaken = taken.remove(key);
            @Nullable CellDelta before = !wasTaken && stored().containsKey(key.hour()) ? store.get(key.text()) : null;
            hour.put(key, new Held(Cells.add(before, cell), wasTaken || before != null));
        } else {
            hour.put(key, new Held(Cells.add(known.cell(), cell), known.isStored()));
        }
    }

    /**
     * Takes out cells of {@code hour} and earlier ones, the earliest hours first.
     *
     * @param work counts them; none is taken out any more once it is full
     */
    List<CellDelta> release(long hour, Workload work) {
        List<CellDelta> ready = new ArrayList<>();
        Long next = firstHour();
        while (next != null && next <= hour && !work.isFull()) {
            takeStored(next, ready, work);
            takeChanged(next, key -> true, ready, work);
            next = firstHour();
        }
        return ready;
    }

    /** Takes out all cells of {@code product} of {@code hour} and earlier ones. */
    List<CellDelta> release(String product, long hour) {
        List<CellDelta> ready = new ArrayList<>();
        Workload unbounded = new Workload(Integer.MAX_VALUE);
        for (long each : List.copyOf(stored().headMap(hour, true).keySet())) {
            take(CellKey.productPrefix(each, product), CellKey.afterProduct(each, product), ready, unbounded);
        }
        for (long each : List.copyOf(changed.headMap(hour, true).keySet())) {
            takeChanged(each, key -> key.product().equals(product), ready, unbounded);
        }
        return ready;
    }

    /** The earliest hour of which a cell waits, or null when none does. */
    @Nullable
    Long firstHour() {
        @Nullable Long kept = stored().isEmpty() ? null : stored().firstKey();
        if (changed.isEmpty()) {
            return kept;
        }
        return kept == null ? changed.firstKey() : (Long) Math.min(kept, changed.firstKey());
    }

    private void takeStored(long hour, List<CellDelta> ready, Workload work) {
        String from = stored().get(hour);
        if (from == null) {
            return;
        }
        @Nullable String next = take(from, CellKey.hourPrefix(hour + 1), ready, work);
        if (next == null) {
            stored().remove(hour);
        } else {
            stored().put(hour, next);
        }
    }

    /** The key to go on with, or null when all up to {@code to} was taken out, but for what has changed since. */
    private @Nullable String take(String from, String to, List<CellDelta> ready, Workload work) {
        try (KeyValueIterator<String, CellDelta> kept = store.range(from, to)) {
            while (kept.hasNext()) {
                KeyValue<String, CellDelta> entry = kept.next();
                if (work.isFull()) {
                    return entry.key;
                }
                CellKey key = CellKey.of(entry.value);
                boolean hasGrown = changed.getOrDefault(key.hour(), Map.of()).containsKey(key);
                if (!hasGrown && taken.add(key)) {
                    work.cell(key.product());
                    ready.add(entry.value);
                }
            }
        }
        return null;
    }

    private void takeChanged(long hour, Predicate<CellKey> which, List<CellDelta> ready, Workload work) {
        @Nullable Map<CellKey, Held> cells = changed.get(hour);
        if (cells == null) {
            return;
        }
        Iterator<Map.Entry<CellKey, Held>> entries = cells.entrySet().iterator();
        while (entries.hasNext() && !work.isFull()) {
            Map.Entry<CellKey, Held> entry = entries.next();
            CellKey key = entry.getKey();
            if (!which.test(key)) {
                continue;
            }
            work.cell(key.product());
            ready.add(entry.getValue().cell());
            if (entry.getValue().isStored()) {
                taken.add(key);
            }
            entries.remove();
        }
        if (cells.isEmpty()) {
            changed.remove(hour);
        }
    }

    /** Takes the words of some feedback out of what waits. */
    void forget(Set<String> feedbackIds) {
        write();
        Map<String, CellDelta> quoting = new HashMap<>();
        try (KeyValueIterator<String, CellDelta> all = store.all()) {
            all.forEachRemaining(entry -> {
                if (Cells.unquote(entry.value, feedbackIds)) {
                    quoting.put(entry.key, entry.value);
                }
            });
        }
        quoting.forEach(store::put);
    }

    /** Writes what has changed; call it before each commit. */
    void write() {
        taken.forEach(key -> store.delete(key.text()));
        taken.clear();
        NavigableMap<Long, String> hours = stored();
        changed.forEach((hour, cells) -> cells.forEach((key, held) -> {
            String text = key.text();
            store.put(text, held.cell());
            hours.merge(hour, text, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }));
        changed.clear();
    }

    private NavigableMap<Long, String> stored() {
        NavigableMap<Long, String> known = stored;
        if (known == null) {
            known = new TreeMap<>();
            try (KeyValueIterator<String, CellDelta> all = store.all()) {
                while (all.hasNext()) {
                    KeyValue<String, CellDelta> entry = all.next();
                    known.putIfAbsent(entry.value.getHour(), entry.key);
                }
            }
            stored = known;
        }
        return known;
    }
}
