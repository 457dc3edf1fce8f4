package io.biggerbox.topologies.discover;

import io.biggerbox.text.discovery.DiscoveryStore;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the state of discovery in a store of Kafka Streams. */
final class KafkaDiscoveryStore implements DiscoveryStore {

    private final KeyValueStore<String, byte[]> store;

    KafkaDiscoveryStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, byte @Nullable [] value) {
        if (value == null) {
            store.delete(key);
        } else {
            store.put(key, value);
        }
    }

    /** The store's ranges end inclusively. */
    @Override
    public void scan(String from, String to, Visitor visitor) {
        try (KeyValueIterator<String, byte[]> entries = store.range(from, to)) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                if (entry.key.equals(to) || !visitor.visit(entry.key, entry.value)) {
                    return;
                }
            }
        }
    }
}
