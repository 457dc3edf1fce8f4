package io.biggerbox.topologies.corrections;

import io.biggerbox.events.Correction;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.errors.ErrorPolicy;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the corrections in a global store: all of them are known before the first record is processed. A record
 * that cannot be used changes nothing; {@link CorrectionCheck} makes a dead letter of it. They are taken as bytes and
 * decoded here for the reason that {@link io.biggerbox.topologies.taxonomy.TaxonomyFeed} gives.
 */
public final class CorrectionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionFeed.class);

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
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(storeName), topic.keySerde(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName("corrections-source"),
                feed::newUpdater);
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

    private boolean canBeUsed(Record<String, byte[]> record) {
        try {
            CorrectionRules.check(record.key(), decode(record.value()));
            return true;
        } catch (RuntimeException e) {
            if (!ErrorPolicy.blamesRecord(e)) {
                throw e;
            }
            LOG.warn("The correction of {} on {} cannot be used", record.key(), topic.name(), e);
            return false;
        }
    }

    private Processor<String, byte[], Void, Void> newUpdater() {
        return new Updater();
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

    /** Runs on the global thread. */
    private final class Updater implements Processor<String, byte[], Void, Void> {

        private KeyValueStore<String, byte[]> store;

        @SuppressWarnings("NullAway.Init") // set by init, before any record
        Updater() {}

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(storeName);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.key() != null && (record.value() == null || canBeUsed(record))) {
                store.put(record.key(), record.value());
            }
        }
    }
}
