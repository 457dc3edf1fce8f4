package io.biggerbox.topologies.taxonomy;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.stores.GlobalFeed;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is made from the taxonomy in force: the newest one on its topic, or a given one until
 * there is any. The topic is read in full before the first record is processed. A record that cannot be used
 * changes nothing; {@link TaxonomyCheck} makes a dead letter of it.
 *
 * @param <T> what is made from a taxonomy, for instance a reader; must be safe for use by many threads
 */
public final class TaxonomyFeed<T> {

    private static final Logger LOG = LoggerFactory.getLogger(TaxonomyFeed.class);

    private final Function<Taxonomy, T> compiler;
    private final Topic<String, io.biggerbox.events.Taxonomy> topic;
    private volatile T current;

    private TaxonomyFeed(
            Topic<String, io.biggerbox.events.Taxonomy> topic, Taxonomy initial, Function<Taxonomy, T> compiler) {
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
        TaxonomyFeed<T> feed = new TaxonomyFeed<>(topic, initial, compiler);
        GlobalFeed.attach(builder, storeName, sourceName, topic, "the last good one stays in force", feed::take);
        return feed;
    }

    /** What the taxonomy in force was made into. */
    public T current() {
        return current;
    }

    private boolean take(String key, byte @Nullable [] value) {
        if (!TaxonomyRecords.KEY.equals(key)) {
            return false;
        }
        if (value != null) {
            io.biggerbox.events.Taxonomy taxonomy =
                    topic.valueSerde().deserializer().deserialize(topic.name(), value);
            current = compiler.apply(TaxonomyRecords.fromRecord(taxonomy));
            LOG.info("Taxonomy {} version {} is in force", taxonomy.getTaxonomyId(), taxonomy.getVersion());
        }
        return true;
    }
}
