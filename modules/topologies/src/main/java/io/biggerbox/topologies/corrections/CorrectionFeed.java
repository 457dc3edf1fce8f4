package io.biggerbox.topologies.corrections;

import io.biggerbox.events.Correction;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.stores.GlobalFeed;
import java.util.Optional;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Follows the corrections in a global store: all of them are known before the first record is processed. A record
 * that cannot be used changes nothing; {@link CorrectionCheck} makes a dead letter of it.
 */
public final class CorrectionFeed {

    private final String storeName;
    private final Topic<String, Correction> topic;

    private CorrectionFeed(String storeName, Topic<String, Correction> topic) {
        this.storeName = storeName;
        this.topic = topic;
    }

    /**
     * Adds the global store.
     *
     * @param storeName its name
     * @param topic the corrections
     */
    public static CorrectionFeed attach(StreamsBuilder builder, String storeName, Topic<String, Correction> topic) {
        CorrectionFeed feed = new CorrectionFeed(storeName, topic);
        GlobalFeed.attach(
                builder, storeName, "corrections-source", topic, "nothing is corrected by it", feed::canBeUsed);
        return feed;
    }

    /** What a processor of the application looks corrections up with. */
    public Lookup lookup(ProcessorContext<?, ?> context) {
        ReadOnlyKeyValueStore<String, ?> store = context.getStateStore(storeName);
        return new Lookup(store, this);
    }

    private Correction decode(byte[] value) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), value);
    }

    private boolean canBeUsed(String key, byte @Nullable [] value) {
        if (value != null) {
            CorrectionRules.check(key, decode(value));
        }
        return true;
    }

    /** The corrections as they stand, for one processor. */
    public static final class Lookup {

        private final ReadOnlyKeyValueStore<String, ?> store;
        private final CorrectionFeed feed;

        private Lookup(ReadOnlyKeyValueStore<String, ?> store, CorrectionFeed feed) {
            this.store = store;
            this.feed = feed;
        }

        /** The correction of the feedback with this id, if there is one. */
        public Optional<Correction> of(String feedbackId) {
            @Nullable Object value = store.get(feedbackId);
            @Nullable Object bytes = value instanceof ValueAndTimestamp<?> stamped ? stamped.value() : value;
            return bytes == null ? Optional.empty() : Optional.of(feed.decode((byte[]) bytes));
        }
    }
}
