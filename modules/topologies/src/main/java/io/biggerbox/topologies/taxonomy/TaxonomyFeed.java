package io.biggerbox.topologies.taxonomy;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
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
 * there is any. The topic is read in full before the first record is processed.
 *
 * @param <T> what is made from a taxonomy, for instance a reader; must be safe for use by many threads
 */
public final class TaxonomyFeed<T> {

    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyFeed.class);

    private final Function<Taxonomy, T> compiler;
    private final String storeName;
    private volatile T current;

    private TaxonomyFeed(String storeName, Taxonomy initial, Function<Taxonomy, T> compiler) {
        this.storeName = storeName;
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
        TaxonomyFeed<T> feed = new TaxonomyFeed<>(storeName, initial, compiler);
        Serde<io.biggerbox.events.Taxonomy> values = topic.valueSerde();
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(storeName), topic.keySerde(), values)
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.keySerde(), values).withName(sourceName),
                feed::newUpdater);
        return feed;
    }

    /** What the taxonomy in force was made into. */
    public T current() {
        return current;
    }

    private void switchTo(io.biggerbox.events.Taxonomy taxonomy) {
        current = compiler.apply(TaxonomyRecords.fromRecord(taxonomy));
        LOG.info("Taxonomy {} version {} is in force", taxonomy.getTaxonomyId(), taxonomy.getVersion());
    }

    private Processor<String, io.biggerbox.events.Taxonomy, Void, Void> newUpdater() {
        return new Updater();
    }

    /** Runs on the global thread. */
    private final class Updater implements Processor<String, io.biggerbox.events.Taxonomy, Void, Void> {

        private KeyValueStore<String, io.biggerbox.events.Taxonomy> store;

        @SuppressWarnings("NullAway.Init") // set by init, before any record
        Updater() {}

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(storeName);
        }

        @Override
        public void process(Record<String, io.biggerbox.events.Taxonomy> record) {
            if (!TaxonomyRecords.KEY.equals(record.key())) {
                return;
            }
            // First what may fail: one that cannot be used must not take the place of the last good one.
            if (record.value() != null) {
                switchTo(record.value());
            }
            store.put(record.key(), record.value());
        }
    }
}
