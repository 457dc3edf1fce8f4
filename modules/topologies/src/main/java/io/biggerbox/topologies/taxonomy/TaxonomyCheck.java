package io.biggerbox.topologies.taxonomy;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.errors.InvalidRecordException;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a taxonomy that cannot be used to the dead letters. Those who use the taxonomy read its topic into a
 * global store ({@link TaxonomyFeed}), for which Kafka Streams writes no dead letters, and one application cannot
 * read a topic both ways. So the one that needs no themes reads it like any other input, and does nothing but look.
 */
public final class TaxonomyCheck {

    private static final String REMEDY =
            "check it with `biggerbox taxonomy validate` and publish it again; until then the last good one is in force";

    private TaxonomyCheck() {}

    /**
     * Adds the check.
     *
     * @param topic the taxonomy topic
     * @param compiler what the readers are made with: a taxonomy that it refuses is of no use
     */
    public static void attach(
            StreamsBuilder builder, Topic<String, io.biggerbox.events.Taxonomy> topic, Function<Taxonomy, ?> compiler) {
        builder.stream(
                        topic.name(),
                        Consumed.with(topic.keySerde(), topic.valueSerde()).withName("taxonomy-source"))
                .process(() -> new Check(compiler), Named.as("check-taxonomy"));
    }

    private static final class Check implements Processor<String, io.biggerbox.events.Taxonomy, Void, Void> {

        private final Function<Taxonomy, ?> compiler;

        Check(Function<Taxonomy, ?> compiler) {
            this.compiler = compiler;
        }

        @Override
        public void process(Record<String, io.biggerbox.events.Taxonomy> record) {
            if (record.value() == null) {
                // The topic is compacted: that is how a key is removed.
                return;
            }
            if (!TaxonomyRecords.KEY.equals(record.key())) {
                throw new InvalidRecordException(
                        "key",
                        record.key() == null ? "is missing" : "is " + record.key(),
                        "write the taxonomy with the key " + TaxonomyRecords.KEY + "; under another nobody reads it");
            }
            Taxonomy taxonomy = TaxonomyRecords.fromRecord(record.value());
            try {
                var unused = compiler.apply(taxonomy);
            } catch (RuntimeException e) {
                throw new InvalidRecordException("value", "is no taxonomy that can be used: " + e.getMessage(), REMEDY);
            }
        }
    }
}
