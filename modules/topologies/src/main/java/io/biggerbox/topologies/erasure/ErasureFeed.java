package io.biggerbox.topologies.erasure;

import io.biggerbox.events.Erasure;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.errors.ErrorPolicy;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the erasures in a global store: all of them are known before the first record is processed, so that neither a
 * restart nor a replay reads again what was erased. Taken as bytes and decoded here for the reason that {@link
 * io.biggerbox.topologies.taxonomy.TaxonomyFeed} gives.
 */
public final class ErasureFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureFeed.class);

    private final String storeName;
    private final Topic<String, Erasure> topic;
    private final Erasures erasures = new Erasures();

    private ErasureFeed(String storeName, Topic<String, Erasure> topic) {
        this.storeName = storeName;
        this.topic = topic;
    }

    /**
     * Adds the global store.
     *
     * @param storeName its name
     * @param topic the erasures
     * @return what is known at any time
     */
    public static Erasures attach(StreamsBuilder builder, String storeName, Topic<String, Erasure> topic) {
        ErasureFeed feed = new ErasureFeed(storeName, topic);
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(storeName), topic.keySerde(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName("erasures-source"),
                feed::newUpdater);
        return feed.erasures;
    }

    private Processor<String, byte[], Void, Void> newUpdater() {
        return new Updater();
    }

    /** True unless the record is of no use. */
    private boolean take(String digest, byte @Nullable [] value) {
        try {
            erasures.put(
                    digest,
                    value == null ? null : topic.valueSerde().deserializer().deserialize(topic.name(), value));
            return true;
        } catch (RuntimeException e) {
            if (!ErrorPolicy.blamesRecord(e)) {
                throw e;
            }
            LOG.warn("An erasure on {} cannot be used: erase the customer again", topic.name(), e);
            return false;
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
            if (record.key() != null && take(record.key(), record.value())) {
                store.put(record.key(), record.value());
            }
        }
    }
}
