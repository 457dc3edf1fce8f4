package io.biggerbox.topologies.erasure;

import io.biggerbox.events.Erasure;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.stores.GlobalFeed;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * Follows the erasures in a global store: all of them are known before the first record is processed, so that neither a
 * restart nor a replay reads again what was erased.
 */
public final class ErasureFeed {

    private ErasureFeed() {}

    /**
     * Adds the global store.
     *
     * @param storeName its name
     * @param topic the erasures
     * @return what is known at any time
     */
    public static Erasures attach(StreamsBuilder builder, String storeName, Topic<String, Erasure> topic) {
        Erasures erasures = new Erasures();
        GlobalFeed.attach(builder, storeName, "erasures-source", topic, "erase the customer again", (digest, value) -> {
            erasures.put(
                    digest,
                    value == null ? null : topic.valueSerde().deserializer().deserialize(topic.name(), value));
            return true;
        });
        return erasures;
    }
}
