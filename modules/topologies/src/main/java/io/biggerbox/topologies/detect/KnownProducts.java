package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.LookTimes;
import io.biggerbox.topologies.state.SourceMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The products of a task, and which of them must hear that event time has passed. */
final class KnownProducts {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Quiet products are looked at once a day of event time, when the engine has closed the day. */
    private static final long DAY_IS_CLOSED_AT = Duration.ofHours(3).toMillis();

    private final KeyValueStore<String, SourceMark> store;
    private final Function<String, LookTimes> lookTimes;

    /** Products with looks to come, and when each was last heard of; null after a start: then it may be any. */
    private @Nullable Map<String, Long> heard;

    /**
     * Goes on with what is in a store.
     *
     * @param store has one entry for each product
     * @param lookTimes when the engine looks at a product that nobody speaks of
     */
    KnownProducts(KeyValueStore<String, SourceMark> store, Function<String, LookTimes> lookTimes) {
        this.store = store;
        this.lookTimes = lookTimes;
    }

    /** Notes that something was said of a product, which may be new. */
    void hear(String product, SourceMark now) {
        boolean recent = heard(now.getWatermark()).put(product, now.getWatermark()) != null;
        if (!recent && store.get(product) == null) {
            store.put(product, now);
        }
    }

    /** All of them, in a stable order. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        try (KeyValueIterator<String, SourceMark> known = store.all()) {
            known.forEachRemaining(entry -> all.add(entry.key));
        }
        return all;
    }

    /** Whether the engine closes a day of event time on the way from {@code before}; then all must hear of it. */
    static boolean isDayClosed(long before, long now) {
        return Math.floorDiv(before - DAY_IS_CLOSED_AT, DAY) != Math.floorDiv(now - DAY_IS_CLOSED_AT, DAY);
    }

    /** Those that the engine looks at between two moments of the same day. */
    List<String> dueBetween(long before, long now) {
        if (Math.floorDiv(before, HOUR) == Math.floorDiv(now, HOUR)) {
            return List.of();
        }
        Instant from = Instant.ofEpochMilli(before);
        Instant to = Instant.ofEpochMilli(now);
        return heard(now).keySet().stream()
                .filter(product -> lookTimes.apply(product).between(from, to))
                .toList();
    }

    /** Forgets when those were heard of at which the engine will not look again before a day is closed. */
    void dropQuiet(long now) {
        Instant to = Instant.ofEpochMilli(now);
        heard(now)
                .entrySet()
                .removeIf(entry -> lookTimes.apply(entry.getKey()).areOver(Instant.ofEpochMilli(entry.getValue()), to));
    }

    private Map<String, Long> heard(long now) {
        Map<String, Long> recent = heard;
        if (recent == null) {
            recent = new TreeMap<>();
            for (String product : all()) {
                recent.put(product, now);
            }
            heard = recent;
        }
        return recent;
    }
}
