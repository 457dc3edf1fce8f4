package io.biggerbox.topologies.detect;

import io.biggerbox.events.Command;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.recurrence.RecurrenceEngine;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.ledger.SummingProcessor;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.ToldAlert;
import io.biggerbox.topologies.stores.BeforeCommit;
import io.biggerbox.topologies.stores.StateSerde;
import io.biggerbox.topologies.stores.StoreBuilders;
import io.biggerbox.topologies.stores.StoreSweeper;
import io.biggerbox.topologies.taxonomy.TaxonomyFeed;
import io.biggerbox.topologies.taxonomy.ThemeDirectory;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Feedback and commands to alerts: first per customer, then per product. */
public final class DetectTopology {

    /** Version of the rules that decide, named in every alert. */
    public static final String RULES_VERSION = "recurrence-1";

    /** Who complained on which days; per customer. */
    public static final String CUSTOMERS_STORE = "customers";

    /** The engine's state; per product. */
    public static final String DETECTION_STORE = "detection";

    /** Cells that lie ahead of the slowest source partition; per product. */
    public static final String HELD_STORE = "held-cells";

    /** Tells the task that decides that a commit is due. */
    public static final String DECIDE_HOOK = "decide-before-commit";

    /** Products known to the task. */
    public static final String PRODUCTS_STORE = "products";

    /** Feedback of erased customers whose words are still to be taken out of the products. */
    public static final String FORGETTING_STORE = "forgetting";

    /** How far event time has come for the task. */
    public static final String WATERMARK_STORE = "watermark";

    /** The taxonomy in force. */
    public static final String TAXONOMY_STORE = "taxonomy";

    /** What was told last about each alert; the one store that outlives a reset. */
    public static final String TOLD_STORE = "told";

    /** Name of the repartition by product. */
    public static final String BY_PRODUCT = "by-product";

    private DetectTopology() {}

    /**
     * Adds the application to {@code builder}.
     *
     * @param topics the public topics
     * @param settings what the topology can be told
     * @param initial the taxonomy in force until there is one on its topic
     * @param engine decides
     * @param listener hears of alerts that events complete
     */
    public static void addTo(
            StreamsBuilder builder,
            Topics topics,
            TopologySettings settings,
            Taxonomy initial,
            RecurrenceEngine engine,
            AlertListener listener) {
        TaxonomyFeed<ThemeDirectory> themes = TaxonomyFeed.attach(
                builder, TAXONOMY_STORE, "taxonomy-source", topics.taxonomy(), initial, ThemeDirectory::new);
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
        KStream<String, ProductMessage> sums = readings.process(
                () -> new ComplaintReducer(settings, partitions),
                Named.as("reduce-per-customer"),
                CUSTOMERS_STORE,
                SummingProcessor.TOPICS_STORE,
                SummingProcessor.SUMS_HOOK);
        Topic<String, Command> commands = topics.commands();
        KStream<String, ProductMessage> orders = builder.stream(
                        commands.name(),
                        Consumed.with(commands.keySerde(), commands.valueSerde())
                                .withName("commands-source"))
                .process(() -> new CommandCheck(partitions), Named.as("check-commands"));

        KStream<String, ProcessChangeAlert> alerts = sums.merge(orders, Named.as("merge-commands"))
                .repartition(Repartitioned.with(Serdes.String(), new StateSerde<>(ProductMessage.class))
                        .withName(BY_PRODUCT)
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(new ProductPartitioner()))
                .process(
                        () -> new DetectProcessor(settings, engine, partitions, themes::current, listener),
                        Named.as("decide-per-product"),
                        DETECTION_STORE,
                        HELD_STORE,
                        DECIDE_HOOK,
                        PRODUCTS_STORE,
                        FORGETTING_STORE,
                        WATERMARK_STORE,
                        TOLD_STORE);
        Topic<String, ProcessChangeAlert> all = topics.alerts();
        alerts.to(all.name(), Produced.with(all.keySerde(), all.valueSerde()).withName("alerts-sink"));
        alerts.filter((id, alert) -> settings.teams().contains(alert.getTeam()), Named.as("known-teams"))
                .to(
                        (id, alert, context) -> Topics.teamTopicName(alert.getTeam()),
                        Produced.with(all.keySerde(), all.valueSerde()).withName("team-alerts-sink"));
    }

    private static void addStores(StreamsBuilder builder, TopologySettings settings) {
        builder.addStateStore(
                StoreBuilders.lasting(settings.stores(), CUSTOMERS_STORE, new StateSerde<>(CustomerSeries.class)));
        builder.addStateStore(StoreBuilders.lasting(
                settings.stores(), SummingProcessor.TOPICS_STORE, new StateSerde<>(SourceMark.class)));
        builder.addStateStore(BeforeCommit.named(SummingProcessor.SUMS_HOOK));
        builder.addStateStore(StoreBuilders.busy(settings.stores(), DETECTION_STORE, Serdes.ByteArray()));
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), HELD_STORE, new StateSerde<>(CellDelta.class)));
        builder.addStateStore(BeforeCommit.named(DECIDE_HOOK));
        builder.addStateStore(
                StoreBuilders.lasting(settings.stores(), PRODUCTS_STORE, new StateSerde<>(SourceMark.class)));
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), FORGETTING_STORE, Serdes.ByteArray()));
        builder.addStateStore(
                StoreBuilders.busy(settings.stores(), WATERMARK_STORE, new StateSerde<>(SourceMark.class)));
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), TOLD_STORE, new StateSerde<>(ToldAlert.class)));
    }
}
