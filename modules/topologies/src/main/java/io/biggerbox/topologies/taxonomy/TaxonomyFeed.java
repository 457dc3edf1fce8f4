package io.biggerbox.topologies.taxonomy;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.errors.ErrorPolicy;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is made from the taxonomy in force: the newest one on its topic, or a given one until
 * there is any. The topic is read in full before the first record is processed. A record that cannot be used
 * changes nothing; {@link TaxonomyCheck} makes a dead letter of it.
 *
 * <p>The records are taken as bytes and decoded here: an error handler that gives up a record of a global store
 * with a dead letter ends the thread, and the application with it, because Kafka Streams casts its context to one
 * that can write (4.3.1, {@code RecordDeserializer}).
 *
 * @param <T> what is made from a taxonomy, for instance a reader; must be safe for use by many threads
 */
public final class TaxonomyFeed<T> {

    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyFeed.class);

    private final Function<Taxonomy, T> compiler;
    private final String storeName;
    private final Topic<String, io.biggerbox.events.Taxonomy> topic;
    private volatile T current;

    private TaxonomyFeed(
            String storeName,
            Topic<String, io.biggerbox.events.Taxonomy> topic,
            Taxonomy initial,
            Function<Taxonomy, T> compiler) {
        this.storeName = storeName;
        this.topic = topic;
        this.compiler = compiler;
        current = compiler.apply(initial);
    }

    /**
     * Adds the global store that follows the taxonomy topic.
     *
     * @param storeName name of the global store
     * @param sourceName name of its source node
     * @param topic the taxonomy topic
     * @param initial in force until there is one on the topic
     * @param compiler makes what is kept
     */
    public static <T> TaxonomyFeed<T> attach(
            StreamsBuilder builder,
            String storeName,
            String sourceName,
            Topic<String, io.biggerbox.events.Taxonomy> topic,
            Taxonomy initial,
            Function<Taxonomy, T> compiler) {
        TaxonomyFeed<T> feed = new TaxonomyFeed<>(storeName, topic, initial, compiler);
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(storeName), topic.keySerde(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName(sourceName),
                feed::newUpdater);
        return feed;
    }

    /** What the taxonomy in force was made into. */
    public T current() {
        return current;
    }

    /** True unless the record is of no use. */
    private boolean switchTo(byte[] value) {
        try {
            io.biggerbox.events.Taxonomy taxonomy =
                    topic.valueSerde().deserializer().deserialize(topic.name(), value);
            current = compiler.apply(TaxonomyRecords.fromRecord(taxonomy));
            LOG.info("Taxonomy {} version {} is in force", taxonomy.getTaxonomyId(), taxonomy.getVersion());
            return true;
        } catch (RuntimeException e) {
            if (!ErrorPolicy.blamesRecord(e)) {
                throw e;
            }
            LOG.warn("A taxonomy on {} cannot be used; the last good one stays in force", topic.name(), e);
            return false;
        }
    }

    private Processor<String, byte[], Void, Void> newUpdater() {
        return new Updater();
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
            if (!TaxonomyRecords.KEY.equals(record.key())) {
                return;
            }
            if (record.value() == null || switchTo(record.value())) {
                store.put(record.key(), record.value());
            }
        }
    }
}
