package io.biggerbox.topologies.classify;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.corrections.CorrectionFeed;
import io.biggerbox.topologies.erasure.ErasureFeed;
import io.biggerbox.topologies.erasure.Erasures;
import io.biggerbox.topologies.state.CountedRevision;
import io.biggerbox.topologies.stores.StateSerde;
import io.biggerbox.topologies.stores.StoreBuilders;
import io.biggerbox.topologies.stores.StoreSweeper;
import io.biggerbox.topologies.taxonomy.TaxonomyFeed;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.StoreBuilder;

/** Reviews, tickets and surveys to feedback, per customer. */
public final class ClassifyTopology {

    /** What is counted at present, by feedback id. */
    public static final String REVISIONS_STORE = "revisions";

    /** The taxonomy in force. */
    public static final String TAXONOMY_STORE = "taxonomy";

    /** Corrected labels, by feedback id. */
    public static final String CORRECTIONS_STORE = "corrections";

    /** Customers who were erased, by digest. */
    public static final String ERASURES_STORE = "erasures";

    /** Which erasures a task has carried out, by digest. */
    public static final String ERASED_STORE = "erased";

    private ClassifyTopology() {}

    /**
     * Adds the application to {@code builder}.
     *
     * @param topics the public topics
     * @param settings what the topology can be told
     * @param initial the taxonomy in force until there is one on its topic
     * @param compiler makes a reader for a taxonomy
     */
    public static void addTo(
            StreamsBuilder builder,
            Topics topics,
            TopologySettings settings,
            Taxonomy initial,
            Function<Taxonomy, TextReader> compiler) {
        TaxonomyFeed<ReaderInForce> readers = TaxonomyFeed.attach(
                builder,
                TAXONOMY_STORE,
                "taxonomy-source",
                topics.taxonomy(),
                initial,
                ReaderInForce.compiler(compiler));
        CorrectionFeed corrections = CorrectionFeed.attach(builder, CORRECTIONS_STORE, topics.corrections());
        StoreBuilder<?> revisions =
                StoreBuilders.lasting(settings.stores(), REVISIONS_STORE, new StateSerde<>(CountedRevision.class));
        builder.addStateStore(revisions);
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), ERASED_STORE, Serdes.String()));
        Erasures erasures = ErasureFeed.attach(builder, ERASURES_STORE, topics.erasures());

        KStream<String, Feedback> reviews =
                stream(builder, topics.reviews(), Submissions::of, readers, corrections, erasures);
        KStream<String, Feedback> tickets =
                stream(builder, topics.tickets(), Submissions::of, readers, corrections, erasures);
        KStream<String, Feedback> surveys =
                stream(builder, topics.surveys(), Submissions::of, readers, corrections, erasures);
        KStream<String, Feedback> all =
                reviews.merge(tickets, Named.as("merge-tickets")).merge(surveys, Named.as("merge-surveys"));
        KStream<String, Feedback> withdrawn = all.process(
                () -> new Withdrawer(erasures, readers::current),
                Named.as("withdraw-erased"),
                REVISIONS_STORE,
                ERASED_STORE);
        all.merge(withdrawn, Named.as("merge-withdrawn"))
                .to(
                        topics.feedback().name(),
                        Produced.with(
                                        topics.feedback().keySerde(),
                                        topics.feedback().valueSerde())
                                .withName("feedback-sink"));
        all.process(
                StoreSweeper.supplier(REVISIONS_STORE, settings.revisionRetention(), CountedRevision::getLastSeen),
                Named.as("sweep-revisions"),
                REVISIONS_STORE);
    }

    private static <T> KStream<String, Feedback> stream(
            StreamsBuilder builder,
            Topic<String, T> topic,
            Function<T, Submission> adapter,
            TaxonomyFeed<ReaderInForce> readers,
            CorrectionFeed corrections,
            Erasures erasures) {
        String name = topic.name().substring(topic.name().lastIndexOf('.') + 1);
        return builder.stream(
                        topic.name(),
                        Consumed.with(topic.keySerde(), topic.valueSerde()).withName(name + "-source"))
                .process(
                        () -> new ClassifyProcessor<>(adapter, readers::current, corrections, erasures),
                        Named.as("classify-" + name),
                        REVISIONS_STORE);
    }
}
