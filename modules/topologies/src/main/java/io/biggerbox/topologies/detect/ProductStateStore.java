package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.StateStore;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The part of a Kafka Streams store that belongs to one product. */
final class ProductStateStore implements StateStore {

    private static final StringSerializer STRINGS = new StringSerializer();

    private final KeyValueStore<String, byte[]> store;
    private final String prefix;

    ProductStateStore(KeyValueStore<String, byte[]> store, String product) {
        this.store = store;
        prefix = product + '\0';
    }

    @Override
    public byte @Nullable [] get(String key) {
        return store.get(prefix + key);
    }

    @Override
    public void put(String key, byte @Nullable [] value) {
        if (value == null) {
            store.delete(prefix + key);
        } else {
            store.put(prefix + key, value);
        }
    }

    @Override
    public void scan(String keyPrefix, BiConsumer<String, byte[]> action) {
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(prefix + keyPrefix, STRINGS)) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                action.accept(entry.key.substring(prefix.length()), entry.value);
            }
        }
    }
}
