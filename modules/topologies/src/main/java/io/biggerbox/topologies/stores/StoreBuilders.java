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
     * A store for state that is kept, of which an entry is rarely touched twice in the same moment.
     *
     * @param kind where its data lives
     * @param name its name
     * @param value how its values are written
     */
    public static <V> StoreBuilder<KeyValueStore<String, V>> lasting(StoreKind kind, String name, Serde<V> value) {
        return build(kind, place(kind, name), value).withCachingDisabled();
    }

    /**
     * A store for state that is kept, of which the same entries change many times between two commits: only what stands
     * at the commit goes to disk and changelog.
     *
     * @param kind where its data lives
     * @param name its name
     * @param value how its values are written
     */
    public static <V> StoreBuilder<KeyValueStore<String, V>> busy(StoreKind kind, String name, Serde<V> value) {
        return cached(kind, build(kind, place(kind, name), value));
    }

    private static KeyValueBytesStoreSupplier place(StoreKind kind, String name) {
        return kind == StoreKind.DURABLE ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> build(
            StoreKind kind, KeyValueBytesStoreSupplier supplier, Serde<V> value) {
        StoreBuilder<KeyValueStore<String, V>> builder = Stores.keyValueStoreBuilder(supplier, Serdes.String(), value);
        return kind == StoreKind.DURABLE ? builder : builder.withLoggingDisabled();
    }

    /** On the heap, with nothing behind it, there is nothing to spare. */
    private static <V> StoreBuilder<KeyValueStore<String, V>> cached(
            StoreKind kind, StoreBuilder<KeyValueStore<String, V>> builder) {
        return kind == StoreKind.DURABLE ? builder.withCachingEnabled() : builder.withCachingDisabled();
    }
}
