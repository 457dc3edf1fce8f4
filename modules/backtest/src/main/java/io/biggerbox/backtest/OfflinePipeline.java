package io.biggerbox.backtest;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.StreamsProperties;
import io.biggerbox.topologies.TopologyFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The applications of production in one thread of this process, joined by their topics: what one writes
 * to {@code voc.feedback}, the others read. Kafka's own topology driver runs them, so every processor,
 * store and handler is the one that runs against brokers. One partition; time is what the caller says.
 *
 * <p>Not thread-safe.
 */
public final class OfflinePipeline implements AutoCloseable {

    private final TopologyFactory factory;
    private final Map<Application, TopologyTestDriver> drivers = new EnumMap<>(Application.class);
    private final Map<End, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Deque<TestRecord<byte[], byte[]>> feedbackKept = new ArrayDeque<>();
    private final Path stateDirectory;
    private boolean keepFeedback;

    /** Where an application meets a topic. */
    private record End(Application application, String topic) {}

    /**
     * Starts the applications.
     *
     * @param factory builds them; its topics must have one partition
     * @param applications which ones to run
     * @param start the wall clock at the start
     * @throws IllegalArgumentException if the topics have more than one partition
     */
    public OfflinePipeline(TopologyFactory factory, Set<Application> applications, Instant start) {
        if (factory.topics().partitions() != 1) {
            throw new IllegalArgumentException("offline there is one partition only");
        }
        this.factory = factory;
        try {
            stateDirectory = Files.createTempDirectory("biggerbox-offline");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for state", e);
        }
        for (Application application : applications) {
            Properties properties = StreamsProperties.of(
                    application,
                    factory.topics().deadLetters().name(),
                    Map.of(
                            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                            "offline:9092",
                            StreamsConfig.STATE_DIR_CONFIG,
                            stateDirectory.toString()));
            // Without brokers there are no transactions; in one, the driver would drop the dead letters of records
            // that cannot be decoded, because nothing is processed that would commit them.
            properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
            drivers.put(application, new TopologyTestDriver(factory.build(application, properties), properties, start));
        }
    }

    /**
     * Sends a record to every application that reads its topic, and what comes out of it to those behind.
     *
     * @param topic where to
     * @param key its key
     * @param value its value, or null
     * @param arrival its timestamp
     */
    public <V> void send(Topic<String, V> topic, @Nullable String key, @Nullable V value, Instant arrival) {
        byte[] keyBytes = key == null ? null : topic.keySerde().serializer().serialize(topic.name(), key);
        byte[] valueBytes =
                value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
        sendBytes(topic.name(), keyBytes, valueBytes, arrival);
    }

    /** Sends raw bytes, as a producer that knows no schema would. */
    public void sendBytes(String topic, byte @Nullable [] key, byte @Nullable [] value, Instant arrival) {
        drivers.keySet().forEach(application -> {
            if (reads(application, topic)) {
                inputOf(application, topic).pipeInput(new TestRecord<>(key, value, new RecordHeaders(), arrival));
            }
        });
        passFeedbackOn();
    }

    private boolean reads(Application application, String topic) {
        var topics = factory.topics();
        Set<String> read =
                switch (application) {
                    case CLASSIFY ->
                        Set.of(
                                topics.reviews().name(),
                                topics.tickets().name(),
                                topics.surveys().name(),
                                topics.taxonomy().name(),
                                topics.corrections().name(),
                                topics.erasures().name());
                    case MEASURE ->
                        Set.of(
                                topics.feedback().name(),
                                topics.taxonomy().name(),
                                topics.corrections().name());
                    case DETECT ->
                        Set.of(
                                topics.feedback().name(),
                                topics.commands().name(),
                                topics.taxonomy().name());
                    case DISCOVER ->
                        Set.of(topics.feedback().name(), topics.themeDecisions().name());
                };
        return read.contains(topic);
    }

    /** Keeps what is written to the feedback topic for {@link #readFeedback}; off at first, to save memory. */
    public OfflinePipeline keepingFeedback() {
        keepFeedback = true;
        return this;
    }

    private void passFeedbackOn() {
        if (!drivers.containsKey(Application.CLASSIFY)) {
            return;
        }
        TestOutputTopic<byte[], byte[]> output = feedbackOutput();
        while (!output.isEmpty()) {
            TestRecord<byte[], byte[]> record = output.readRecord();
            if (keepFeedback) {
                feedbackKept.add(record);
            }
            for (Application behind : List.of(Application.MEASURE, Application.DETECT, Application.DISCOVER)) {
                if (drivers.containsKey(behind)) {
                    inputOf(behind, factory.topics().feedback().name()).pipeInput(record);
                }
            }
        }
    }

    /** Passes on and removes the readings that were kept. */
    public void readFeedback(Consumer<TestRecord<byte[], byte[]>> consumer) {
        while (!feedbackKept.isEmpty()) {
            consumer.accept(feedbackKept.remove());
        }
    }

    /** Passes on and removes what the applications have written to {@code topic}, as typed records. */
    public <K, V> void read(Topic<K, V> topic, Consumer<TestRecord<K, V>> consumer) {
        for (TopologyTestDriver driver : drivers.values()) {
            TestOutputTopic<K, V> output = driver.createOutputTopic(
                    topic.name(),
                    topic.keySerde().deserializer(),
                    topic.valueSerde().deserializer());
            while (!output.isEmpty()) {
                consumer.accept(output.readRecord());
            }
        }
    }

    /** Moves the wall clock, and with it what waits for it: sums that linger, sources that fall idle. */
    public void passTime(Duration duration) {
        drivers.values().forEach(driver -> driver.advanceWallClockTime(duration));
        passFeedbackOn();
    }

    /** The driver behind one application, for looking into its stores. */
    public TopologyTestDriver driver(Application application) {
        TopologyTestDriver driver = drivers.get(application);
        if (driver == null) {
            throw new IllegalArgumentException(application + " is not running");
        }
        return driver;
    }

    private TestInputTopic<byte[], byte[]> inputOf(Application application, String topic) {
        return inputs.computeIfAbsent(new End(application, topic), end -> driver(application)
                .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private TestOutputTopic<byte[], byte[]> feedbackOutput() {
        return driver(Application.CLASSIFY)
                .createOutputTopic(
                        factory.topics().feedback().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        drivers.values().forEach(TopologyTestDriver::close);
        try (Stream<Path> files = Files.walk(stateDirectory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + stateDirectory, e);
        }
    }
}
