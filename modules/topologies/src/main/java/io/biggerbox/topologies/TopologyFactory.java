package io.biggerbox.topologies;

import io.biggerbox.events.topics.Topics;
import io.biggerbox.recurrence.RecurrenceEngine;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.discovery.DiscoverySettings;
import io.biggerbox.text.discovery.MeaningVectors;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.classify.ClassifyTopology;
import io.biggerbox.topologies.detect.AlertListener;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.discover.DiscoverTopology;
import io.biggerbox.topologies.measure.MeasureTopology;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * Builds the applications: the only place that does, in production, in replays and in tests.
 *
 * @param topics the public topics
 * @param settings what the topologies can be told
 * @param taxonomy in force until there is one on its topic
 * @param readers makes a reader for a taxonomy
 * @param engine decides on alerts
 * @param listener hears of alerts that events complete
 */
public record TopologyFactory(
        Topics topics,
        TopologySettings settings,
        Taxonomy taxonomy,
        Function<Taxonomy, TextReader> readers,
        RecurrenceEngine engine,
        AlertListener listener) {

    /** Builds for nobody who listens. */
    public TopologyFactory(
            Topics topics,
            TopologySettings settings,
            Taxonomy taxonomy,
            Function<Taxonomy, TextReader> readers,
            RecurrenceEngine engine) {
        this(topics, settings, taxonomy, readers, engine, AlertListener.NONE);
    }

    /**
     * Builds one application.
     *
     * @param application which one
     * @param properties made by {@link StreamsProperties}; the builder must know them, or naming, wrapping
     *     and optimisation settings are silently ignored
     */
    public Topology build(Application application, Properties properties) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        switch (application) {
            case CLASSIFY -> ClassifyTopology.addTo(builder, topics, settings, taxonomy, readers);
            case MEASURE -> MeasureTopology.addTo(builder, topics, settings, readers);
            case DETECT -> DetectTopology.addTo(builder, topics, settings, taxonomy, engine, listener);
            case DISCOVER ->
                DiscoverTopology.addTo(builder, topics, settings, DiscoverySettings.DEFAULTS, MeaningVectors::new);
        }
        return builder.build(properties);
    }
}
