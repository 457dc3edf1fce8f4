package io.biggerbox.topologies.stores;

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
 * A topic of ours that is followed as a whole: all of it is known before the first record is processed. A record that cannot
 * be used changes nothing.
 *
 * <p>The records are taken as bytes and decoded here: an error handler that gives up a record of a global store
 * with a dead letter ends the thread, and the application with it, because Kafka Streams casts its context to one
 * that can write (4.3.1, {@code RecordDeserializer}).
 */
public final class GlobalFeed {

    private static final Logger LOG = LoggerFactory.getLogger(GlobalFeed.class);

    private GlobalFeed() {}

    /** Takes what comes. Runs on the global thread. */
    @FunctionalInterface
    public interface Use {

        /**
         * Takes a record.
         *
         * @param value null when the key is withdrawn
         * @return whether the store is to keep it
         * @throws RuntimeException if it cannot be used; when {@link ErrorPolicy} blames the record, it is left out
         */
        boolean take(String key, byte @Nullable [] value);
    }

    /**
     * Adds the global store.
     *
     * @param storeName its name
     * @param sourceName name of its source node
     * @param topic what is followed
     * @param remedy what the log says about a record that cannot be used
     * @param use takes what comes
     */
    public static void attach(
            StreamsBuilder builder,
            String storeName,
            String sourceName,
            Topic<String, ?> topic,
            String remedy,
            Use use) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(storeName), topic.keySerde(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName(sourceName),
                () -> new Updater(storeName, topic.name(), remedy, use));
    }

    private static final class Updater implements Processor<String, byte[], Void, Void> {

        private final String storeName;
        private final String topic;
        private final String remedy;
        private final Use use;
        private KeyValueStore<String, byte[]> store;

        @SuppressWarnings("NullAway.Init") // set by init, before any record
        Updater(String storeName, String topic, String remedy, Use use) {
            this.storeName = storeName;
            this.topic = topic;
            this.remedy = remedy;
            this.use = use;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(storeName);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.key() != null && keeps(record)) {
                store.put(record.key(), record.value());
            }
        }

        private boolean keeps(Record<String, byte[]> record) {
            try {
                return use.take(record.key(), record.value());
            } catch (RuntimeException e) {
                if (!ErrorPolicy.blamesRecord(e)) {
                    throw e;
                }
                LOG.warn("The record of {} on {} cannot be used: {}", record.key(), topic, remedy, e);
                return false;
            }
        }
    }
}
