package io.biggerbox.topologies.discover;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.text.discovery.DiscoverySettings;
import io.biggerbox.text.discovery.SentenceVectors;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.state.DiscoveryMessage;
import io.biggerbox.topologies.stores.StateSerde;
import io.biggerbox.topologies.stores.StoreBuilders;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Feedback to theme candidates: painful sentences that no theme claims are found per customer and meet in one task,
 * because what many customers say can only be seen together. They are few.
 */
public final class DiscoverTopology {

    /** Version of the rules, in front of that of the vectors, as named in every candidate. */
    static final String RULES = "discovery-1/";

    /** Clusters, who spoke of them, and where sentences are counted. */
    public static final String DISCOVERY_STORE = "discovery";

    /** Name of the repartition by taxonomy. */
    public static final String BY_TAXONOMY = "by-taxonomy";

    private DiscoverTopology() {}

    /**
     * Adds the application to {@code builder}.
     *
     * @param topics the public topics
     * @param settings what the topology can be told
     * @param rules when sentences make a candidate
     * @param vectors what sentences mean; asked for when the first one comes
     */
    public static void addTo(
            StreamsBuilder builder,
            Topics topics,
            TopologySettings settings,
            DiscoverySettings rules,
            Supplier<SentenceVectors> vectors) {
        builder.addStateStore(StoreBuilders.lasting(settings.stores(), DISCOVERY_STORE, Serdes.ByteArray()));
        Topic<String, Feedback> feedback = topics.feedback();
        KStream<String, DiscoveryMessage> pain = builder.stream(
                        feedback.name(),
                        Consumed.with(feedback.keySerde(), feedback.valueSerde())
                                .withName("feedback-source"))
                .process(PainFinder::new, Named.as("find-pain"))
                .repartition(Repartitioned.with(Serdes.String(), new StateSerde<>(DiscoveryMessage.class))
                        .withName(BY_TAXONOMY)
                        .withNumberOfPartitions(1));
        Topic<String, ThemeDecision> decisions = topics.themeDecisions();
        KStream<String, DiscoveryMessage> decided = builder.stream(
                        decisions.name(),
                        Consumed.with(decisions.keySerde(), decisions.valueSerde())
                                .withName("decisions-source"))
                .process(DecisionCheck::new, Named.as("check-decisions"));
        Topic<String, ThemeCandidate> candidates = topics.themeCandidates();
        pain.merge(decided, Named.as("merge-decisions"))
                .process(
                        () -> new DiscoverProcessor(settings, rules, vectors.get()),
                        Named.as("cluster-pain"),
                        DISCOVERY_STORE)
                .to(
                        candidates.name(),
                        Produced.with(candidates.keySerde(), candidates.valueSerde())
                                .withName("candidates-sink"));
    }
}
