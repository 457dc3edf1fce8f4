package io.biggerbox.events.topics;

import org.apache.kafka.common.serialization.Serde;

/**
 * A topic together with what its records are.
 *
 * @param spec name, purpose and configuration
 * @param keySerde how keys are written
 * @param valueSerde how values are written
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public record Topic<K, V>(TopicSpec spec, Serde<K> keySerde, Serde<V> valueSerde) {

    /** The topic's name. */
    public String name() {
        return spec.name();
    }
}
