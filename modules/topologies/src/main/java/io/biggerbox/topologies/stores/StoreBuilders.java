package io.biggerbox.topologies.stores;

import io.biggerbox.topologies.StoreKind;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds key-value stores with string keys, logged to a changelog topic. */
public final class StoreBuilders {

    private StoreBuilders() {}

    /**
     * A store for state that is kept.
     *
     * @param kind where its data lives
     * @param name its name
     * @param value how its values are written
     */
    public static <V> StoreBuilder<KeyValueStore<String, V>> lasting(StoreKind kind, String name, Serde<V> value) {
        var supplier = kind == StoreKind.PERSISTENT
                ? Stores.persistentKeyValueStore(name)
                : Stores.inMemoryKeyValueStore(name);
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), value).withCachingDisabled();
    }

    /**
     * A store for what is emptied many times a second: always on the heap.
     *
     * @param name its name
     * @param value how its values are written
     */
    public static <V> StoreBuilder<KeyValueStore<String, V>> passing(String name, Serde<V> value) {
        return lasting(StoreKind.IN_MEMORY, name, value);
    }
}
