package io.biggerbox.topologies.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.StoreKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksDbMemoryTest {

    private static final List<String> STORES = List.of("first", "second");

    /** Puts everything into all stores. */
    private static final class Keeper implements Processor<String, String, Void, Void> {

        private ProcessorContext<Void, Void> context;

        @SuppressWarnings("NullAway.Init") // set by init
        Keeper() {}

        @Override
        public void init(ProcessorContext<Void, Void> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(Record<String, String> record) {
            STORES.forEach(name ->
                    context.<KeyValueStore<String, String>>getStateStore(name).put(record.key(), record.value()));
        }
    }

    private static TopologyTestDriver driver(Path folder, Properties properties) {
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        StreamsBuilder builder = new StreamsBuilder();
        STORES.forEach(name -> builder.addStateStore(StoreBuilders.lasting(StoreKind.DURABLE, name, Serdes.String())));
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .process(Keeper::new, STORES.toArray(new String[0]));
        return new TopologyTestDriver(builder.build(), properties);
    }

    private static List<Number> capacities(TopologyTestDriver driver) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("block-cache-capacity"))
                .map(metric -> (Number) metric.getValue().metricValue())
                .toList();
    }

    @Test
    void allStoresOfAProcessShareTheSameMemory(@TempDir Path folder) {
        try (RocksDbMemory memory = new RocksDbMemory()) {
            long before = memory.cache().getUsage();
            Properties properties = new Properties();
            properties.put(RocksDbMemory.CONFIG, memory);
            try (TopologyTestDriver driver = driver(folder, properties)) {
                driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                        .pipeInput("key", "value");
                assertThat(memory.cache().getUsage())
                        .as("what is not written yet is counted too")
                        .isGreaterThan(before);
                assertThat(capacities(driver)).hasSize(2).allMatch(bytes -> bytes.longValue() == RocksDbMemory.ALL);
            }
        }
    }

    @Test
    void withoutItAStoreHasItsOwn(@TempDir Path folder) {
        try (TopologyTestDriver driver = driver(folder, new Properties())) {
            assertThat(capacities(driver)).hasSize(2).allMatch(bytes -> bytes.longValue() < RocksDbMemory.ALL);
        }
    }
}
