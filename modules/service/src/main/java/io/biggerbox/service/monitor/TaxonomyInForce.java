package io.biggerbox.service.monitor;

import io.biggerbox.events.Taxonomy;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The taxonomy that one application works with: the last one in its global store that it could use, which need not be the
 * newest on the topic. Confined to one thread.
 */
final class TaxonomyInForce {

    /** Before the application has read its store. */
    static final String UNKNOWN = "unknown";

    private final KafkaStreams streams;
    private final String store;
    private final Topic<String, Taxonomy> topic;
    private byte @Nullable [] seen;
    private String version = UNKNOWN;

    TaxonomyInForce(KafkaStreams streams, String store, Topic<String, Taxonomy> topic) {
        this.streams = streams;
        this.store = store;
        this.topic = topic;
    }

    /** Its version. */
    String version() {
        byte[] now = stored();
        // decoded once: there may be megabytes of weights in it
        if (now != null && !Arrays.equals(now, seen)) {
            try {
                version = topic.valueSerde()
                        .deserializer()
                        .deserialize(topic.name(), now)
                        .getVersion();
                seen = now;
            } catch (SerializationException e) {
                // the registry is away: asked again with the next look
                return version;
            }
        }
        return version;
    }

    private byte @Nullable [] stored() {
        try {
            ReadOnlyKeyValueStore<String, byte[]> taxonomies =
                    streams.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
            return taxonomies.get(TaxonomyRecords.KEY);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // starting or stopped: what was known still holds
            return null;
        }
    }
}
