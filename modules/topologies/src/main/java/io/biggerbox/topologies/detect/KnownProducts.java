package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.SourceMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
    private @Nullable NavigableMap<String, Long> awake;

    /** The hour of event time in which the last round began. */
    private long roundOf = TO_BE_ASKED;

    /** The product that the round under way looked at last; null when none is. */
    private @Nullable String last;

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

    /** Whether something is known of {@code product}. */
    boolean knows(String product) {
        return awake().containsKey(product) || store.get(product) != null;
    }

    /**
     * Some of those that must hear that event time has come to {@code now}, in a stable order: each is looked at once an hour of
     * event time, in as many goes as it takes.
     *
     * @param most so many are looked at, and so many found, in one go
     * @param upToDate those that have heard
     */
    List<String> due(long now, int most, Set<String> upToDate) {
        long hour = Math.floorDiv(now, HOUR);
        if (last == null) {
            if (hour == roundOf) {
                return List.of();
            }
            roundOf = hour;
        }
        List<String> due = new ArrayList<>();
        int asked = 0;
        Iterator<Map.Entry<String, Long>> entries = (last == null ? awake() : awake().tailMap(last, false))
                .entrySet()
                .iterator();
        while (entries.hasNext()) {
            if (asked >= most || due.size() >= most) {
                return due;
            }
            Map.Entry<String, Long> entry = entries.next();
            String product = entry.getKey();
            last = product;
            if (upToDate.contains(product)) {
                continue;
            }
            if (entry.getValue() == TO_BE_ASKED) {
                asked++;
                Instant next = nextLook.apply(product);
                if (next == null) {
                    entries.remove();
                    continue;
                }
                entry.setValue(next.toEpochMilli());
            }
            if (entry.getValue() <= now) {
                due.add(product);
                entry.setValue(TO_BE_ASKED);
            }
        }
        last = null;
        return due;
    }

    /** Whether {@link #due} has not yet looked at all of them. */
    boolean isUnderWay() {
        return last != null;
    }

    private NavigableMap<String, Long> awake() {
        NavigableMap<String, Long> known = awake;
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
