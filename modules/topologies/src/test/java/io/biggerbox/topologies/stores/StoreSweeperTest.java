package io.biggerbox.topologies.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.TestStores;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class StoreSweeperTest {

    private static final Duration RETENTION = Duration.ofDays(10);
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Long> store = TestStores.store(context, "seen", Serdes.Long());
    private final Processor<String, String, Void, Void> sweeper = StoreSweeper.<String, String, Long>supplier(
                    "seen", RETENTION, Long::longValue)
            .get();

    private void sweepAt(long now) {
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    @Test
    void followsTheTimeOfTheStream() {
        sweeper.init(context);
        assertThat(context.scheduledPunctuators())
                .singleElement()
                .satisfies(scheduled -> assertThat(scheduled.getType()).isEqualTo(PunctuationType.STREAM_TIME));
    }

    @Test
    void forgetsWhatIsOlderThanTheRetentionAndNothingElse() {
        sweeper.init(context);
        store.put("old", 0L);
        store.put("edge", DAY);
        store.put("new", 5 * DAY);
        sweepAt(11 * DAY);
        assertThat(keys()).containsExactlyInAnyOrder("edge", "new");
        sweepAt(12 * DAY);
        assertThat(keys()).containsExactly("new");
    }

    @Test
    void looksAtABoundedNumberOfEntriesAndGoesOnWhereItEnded() {
        sweeper.init(context);
        int entries = 120_000;
        for (int i = 0; i < entries; i++) {
            store.put("k" + i, 0L);
        }
        sweepAt(20 * DAY);
        assertThat(store.approximateNumEntries()).isEqualTo(70_000);
        sweepAt(20 * DAY + 1);
        assertThat(store.approximateNumEntries()).isEqualTo(20_000);
        sweepAt(20 * DAY + 2);
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void entriesThatStayDoNotHideThoseBehindThem() {
        sweeper.init(context);
        for (int i = 0; i < 60_000; i++) {
            store.put("a" + i, 19 * DAY);
        }
        store.put("z", 0L);
        sweepAt(20 * DAY);
        assertThat(store.get("z")).isEqualTo(0L);
        sweepAt(20 * DAY + 1);
        assertThat(store.get("z")).isNull();
        assertThat(store.approximateNumEntries()).isEqualTo(60_000);
    }

    @Test
    void looksAgainWhenTheOldestThatStayedComesOfAge() {
        sweeper.init(context);
        store.put("a", 3 * DAY);
        sweepAt(5 * DAY);
        sweepAt(13 * DAY);
        assertThat(keys()).containsExactly("a");
        sweepAt(14 * DAY);
        assertThat(keys()).isEmpty();
    }

    @Test
    void aFullStoreIsNotSearchedForEachEntryThatComesOfAge() {
        AtomicLong looks = new AtomicLong();
        Processor<String, String, Void, Void> counting = StoreSweeper.<String, String, Long>supplier(
                        "seen", RETENTION, seen -> {
                            looks.incrementAndGet();
                            return seen;
                        })
                .get();
        counting.init(context);
        long hour = Duration.ofHours(1).toMillis();
        for (long now = 0; now < 100 * DAY; now += hour) {
            store.put("k" + now, now);
            sweepAt(now);
        }
        long hours = 100 * 24;
        assertThat(looks.get()).isLessThan(20 * hours);
        assertThat(store.approximateNumEntries()).isBetween(10 * 24L, 11 * 24L);
    }
}
