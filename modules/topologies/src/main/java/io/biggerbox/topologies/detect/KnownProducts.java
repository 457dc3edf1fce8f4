package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.SourceMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The products of a task, and which of them must hear that event time has passed. Of many products few wait for anything; the
 * others sleep until something is said of them, so that the passing of an hour costs nothing for them.
 */
final class KnownProducts {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** The engine has not been asked yet. */
    private static final long TO_BE_ASKED = Long.MIN_VALUE;

    private final KeyValueStore<String, SourceMark> store;
    private final Function<String, @Nullable Instant> nextLook;

    /** When products must hear of event time, of those that do not sleep; null after a start: then it may be any. */
    private @Nullable Map<String, Long> awake;

    /**
     * Goes on with what is in a store.
     *
     * @param store has one entry for each product
     * @param nextLook when a product must hear of event time, as the engine says; null when it may sleep
     */
    KnownProducts(KeyValueStore<String, SourceMark> store, Function<String, @Nullable Instant> nextLook) {
        this.store = store;
        this.nextLook = nextLook;
    }

    /**
     * Notes that something was said of a product, which may be new.
     *
     * @return true when it has been asleep: then it has missed how time passed
     */
    boolean wake(String product, SourceMark now) {
        if (awake().put(product, TO_BE_ASKED) != null) {
            return false;
        }
        if (store.get(product) != null) {
            return true;
        }
        store.put(product, now);
        return false;
    }

    /** All of them, in a stable order. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        try (KeyValueIterator<String, SourceMark> known = store.all()) {
            known.forEachRemaining(entry -> all.add(entry.key));
        }
        return all;
    }

    /**
     * Those that must hear that event time has come to {@code now}, in a stable order.
     *
     * @param before how far event time had come when this was asked last
     * @param upToDate those that have heard
     */
    List<String> due(long before, long now, Set<String> upToDate) {
        if (Math.floorDiv(before, HOUR) == Math.floorDiv(now, HOUR)) {
            return List.of();
        }
        List<String> due = new ArrayList<>();
        Iterator<Map.Entry<String, Long>> entries = awake().entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Long> entry = entries.next();
            if (upToDate.contains(entry.getKey())) {
                continue;
            }
            if (entry.getValue() == TO_BE_ASKED) {
                Instant next = nextLook.apply(entry.getKey());
                if (next == null) {
                    entries.remove();
                    continue;
                }
                entry.setValue(next.toEpochMilli());
            }
            if (entry.getValue() <= now) {
                due.add(entry.getKey());
                entry.setValue(TO_BE_ASKED);
            }
        }
        return due;
    }

    private Map<String, Long> awake() {
        Map<String, Long> known = awake;
        if (known == null) {
            known = new TreeMap<>();
            for (String product : all()) {
                known.put(product, TO_BE_ASKED);
            }
            awake = known;
        }
        return known;
    }
}
