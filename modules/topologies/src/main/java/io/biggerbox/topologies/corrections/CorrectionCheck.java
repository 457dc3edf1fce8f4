package io.biggerbox.topologies.corrections;

import io.biggerbox.events.Correction;
import io.biggerbox.events.topics.Topic;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a correction that cannot be used to the dead letters, for {@link CorrectionFeed}, which cannot: see {@link
 * io.biggerbox.topologies.taxonomy.TaxonomyCheck}.
 */
public final class CorrectionCheck {

    private CorrectionCheck() {}

    /**
     * Adds the check.
     *
     * @param topic the corrections
     */
    public static void attach(StreamsBuilder builder, Topic<String, Correction> topic) {
        builder.stream(
                        topic.name(),
                        Consumed.with(topic.keySerde(), topic.valueSerde()).withName("corrections-source"))
                .process(Check::new, Named.as("check-corrections"));
    }

    private static final class Check implements Processor<String, Correction, Void, Void> {

        @Override
        public void process(Record<String, Correction> record) {
            if (record.value() != null) {
                CorrectionRules.check(record.key(), record.value());
            }
        }
    }
}
