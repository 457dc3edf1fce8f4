package io.biggerbox.topologies.measure;

import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.corrections.CorrectionCheck;
import io.biggerbox.topologies.ledger.SummingProcessor;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.StatsRow;
import io.biggerbox.topologies.stores.BeforeCommit;
import io.biggerbox.topologies.stores.StateSerde;
import io.biggerbox.topologies.stores.StoreBuilders;
import io.biggerbox.topologies.stores.StoreSweeper;
import io.biggerbox.topologies.taxonomy.TaxonomyCheck;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Feedback to aggregate rows: first per customer, then per row. Also looks after the topics of taxonomy and
 * corrections.
 */
public final class MeasureTopology {

    /** Who complained on which days; per customer. */
    public static final String CUSTOMERS_STORE = "customers";

    /** The rows. */
    public static final String ROWS_STORE = "rows";

    /** How far event time has come for the task. */
    public static final String WATERMARK_STORE = "watermark";

    /** How often the rows have begun anew; the one store that outlives a reset. */
    public static final String LIVES_STORE = "lives";

    /** Tells the task that keeps rows that a commit is due. */
    public static final String ROWS_HOOK = "rows-before-commit";

    /** Name of the repartition by row. */
    public static final String BY_ROW = "by-row";

    private MeasureTopology() {}

    /**
     * Adds the application to {@code builder}.
     *
     * @param topics the public topics
     * @param settings what the topology can be told
     * @param readers makes a reader for a taxonomy
     */
    public static void addTo(
            StreamsBuilder builder, Topics topics, TopologySettings settings, Function<Taxonomy, TextReader> readers) {
        addStores(builder, settings);
        int partitions = topics.partitions();
        Topic<String, Feedback> feedback = topics.feedback();
        KStream<String, Feedback> readings = builder.stream(
                feedback.name(),
                Consumed.with(feedback.keySerde(), feedback.valueSerde()).withName("feedback-source"));
        readings.process(
                StoreSweeper.supplier(CUSTOMERS_STORE, settings.revisionRetention(), CustomerSeries::getLastSeen),
                Named.as("sweep-customers"),
                CUSTOMERS_STORE);
        KStream<String, RowMessage> sums = readings.process(
                        () -> new RowReducer(settings, partitions),
                        Named.as("reduce-per-customer"),
                        CUSTOMERS_STORE,
                        SummingProcessor.TOPICS_STORE,
                        SummingProcessor.SUMS_HOOK)
                .repartition(Repartitioned.with(Serdes.String(), new StateSerde<>(RowMessage.class))
                        .withName(BY_ROW)
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(new RowPartitioner()));
        sums.process(
                StoreSweeper.supplier(ROWS_STORE, settings.rowRetention(), StatsRow::getUpdatedAt),
                Named.as("sweep-rows"),
                ROWS_STORE);
        KStream<String, SpecificRecord> rows = sums.process(
                () -> new RowKeeper(settings, partitions),
                Named.as("keep-rows"),
                ROWS_STORE,
                ROWS_HOOK,
                WATERMARK_STORE,
                LIVES_STORE);
        publish(rows, topics.themeStats(), ThemeStats.class, "theme-stats");
        publish(rows, topics.experienceStats(), ExperienceStats.class, "experience-stats");
        TaxonomyCheck.attach(builder, topics.taxonomy(), readers);
        CorrectionCheck.attach(builder, topics.corrections());
    }

    private static <T extends SpecificRecord> void publish(
            KStream<String, SpecificRecord> rows, Topic<String, T> topic, Class<T> type, String name) {
        rows.filter((key, row) -> type.isInstance(row), Named.as(name))
                .mapValues(type::cast, Named.as(name + "-rows"))
                .to(
                        topic.name(),
                        Produced.with(topic.keySerde(), topic.valueSerde()).withName(name + "-sink"));
    }

    private static void addStores(StreamsBuilder builder, TopologySettings settings) {
        builder.addStateStore(
                StoreBuilders.lasting(settings.stores(), CUSTOMERS_STORE, new StateSerde<>(CustomerSeries.class)));
        builder.addStateStore(StoreBuilders.lasting(
                settings.stores(), SummingProcessor.TOPICS_STORE, new StateSerde<>(SourceMark.class)));
        builder.addStateStore(BeforeCommit.named(SummingProcessor.SUMS_HOOK));
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), ROWS_STORE, new StateSerde<>(StatsRow.class)));
        builder.addStateStore(BeforeCommit.named(ROWS_HOOK));
        builder.addStateStore(
                StoreBuilders.busy(settings.stores(), WATERMARK_STORE, new StateSerde<>(SourceMark.class)));
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), LIVES_STORE, Serdes.Long()));
    }
}
