package io.biggerbox.topologies.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.StoreKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class BeforeCommitTest {

    private static final String HOOK = "words-before-commit";
    private static final List<String> CACHED = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    /** Holds everything until the commit; once a second it takes something up by itself. */
    private static final class Holder implements Processor<String, String, String, String> {

        private final List<String> held = new ArrayList<>();

        @Override
        public void init(ProcessorContext<String, String> context) {
            BeforeCommit hook = context.getStateStore(HOOK);
            hook.run(context, () -> {
                held.forEach(word -> context.forward(new Record<>("k", word, 7)));
                held.clear();
            });
            context.schedule(
                    Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, now -> held.add("taken up by itself"));
        }

        @Override
        public void process(Record<String, String> record) {
            held.add(record.value());
            assertThat(held).as("nothing is held over a commit").hasSize(1);
        }
    }

    private static TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(BeforeCommit.named(HOOK));
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .process(Holder::new, HOOK)
                .to("out", Produced.with(Serdes.String(), Serdes.String()));
        return driver(builder);
    }

    private static TopologyTestDriver driver(StreamsBuilder builder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return new TopologyTestDriver(builder.build(), properties, START);
    }

    @Test
    void whatIsHeldIsPassedOnWithTheCommitThatCoversIt() {
        try (TopologyTestDriver driver = driver()) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            TestOutputTopic<String, String> out =
                    driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
            in.pipeInput("a", "one");
            in.pipeInput("a", "two");
            assertThat(out.readValuesToList()).containsExactly("one", "two");
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            assertThat(out.readRecordsToList()).singleElement().satisfies(record -> {
                assertThat(record.value()).isEqualTo("taken up by itself");
                assertThat(record.timestamp()).isEqualTo(7);
            });
        }
    }

    /** Notes each word in all stores, right before the commit. */
    private static final class Noter implements Processor<String, String, String, String> {

        private String word = "";

        @Override
        public void init(ProcessorContext<String, String> context) {
            List<KeyValueStore<String, String>> stores = new ArrayList<>();
            CACHED.forEach(name -> stores.add(context.getStateStore(name)));
            BeforeCommit hook = context.getStateStore(HOOK);
            hook.run(
                    context,
                    () -> stores.forEach(store -> store.put("last", word)),
                    stores.toArray(new KeyValueStore<?, ?>[0]));
        }

        @Override
        public void process(Record<String, String> record) {
            word = record.value();
        }
    }

    /** In whatever order stores are told of a commit. */
    @Test
    void whatIsWrittenToCachedStoresGoesOutWithTheCommit() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(BeforeCommit.named(HOOK));
        CACHED.forEach(name -> builder.addStateStore(StoreBuilders.busy(StoreKind.DURABLE, name, Serdes.String())));
        List<String> all = new ArrayList<>(CACHED);
        all.add(HOOK);
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .process(Noter::new, all.toArray(new String[0]));
        try (TopologyTestDriver driver = driver(builder)) {
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            in.pipeInput("a", "one");
            assertThat(CACHED).allSatisfy(name -> assertThat(driver.createOutputTopic(
                                    "app-" + name + "-changelog", new StringDeserializer(), new StringDeserializer())
                            .readValuesToList())
                    .containsExactly("one"));
        }
    }
}
