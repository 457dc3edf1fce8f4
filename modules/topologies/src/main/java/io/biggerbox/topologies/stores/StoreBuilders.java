package io.biggerbox.topologies.stores;

import io.biggerbox.topologies.StoreKind;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds key-value stores with string keys. */
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
        return build(
                kind,
                kind == StoreKind.DURABLE ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name),
                value);
    }

    /**
     * A store for what is emptied many times a second: on the heap, whatever the kind.
     *
     * @param kind whether a changelog topic backs it
     * @param name its name
     * @param value how its values are written
     */
    public static <V> StoreBuilder<KeyValueStore<String, V>> passing(StoreKind kind, String name, Serde<V> value) {
        return build(kind, Stores.inMemoryKeyValueStore(name), value);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> build(
            StoreKind kind, KeyValueBytesStoreSupplier supplier, Serde<V> value) {
        StoreBuilder<KeyValueStore<String, V>> builder =
                Stores.keyValueStoreBuilder(supplier, Serdes.String(), value).withCachingDisabled();
        return kind == StoreKind.DURABLE ? builder : builder.withLoggingDisabled();
    }
}
