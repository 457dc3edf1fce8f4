package io.biggerbox.benchmarks.load;

import io.biggerbox.devstack.DevStack;
import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.events.Review;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.service.lifecycle.StopSignal;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.StreamsProperties;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** What runs in the child processes: broker and registry, applications, or the topology that only copies. */
final class LoadNode {

    /** Printed when it serves; broker and registry add their addresses. */
    static final String READY = "Ready. ";

    /** Where the copy goes. */
    static final String COPY_TOPIC = "load.copy";

    /** Its consumer group. */
    static final String COPY_GROUP = "load-copy";

    /** Of every topic. */
    static final int PARTITIONS = 4;

    private static final Duration TIME_TO_START = Duration.ofMinutes(3);

    private LoadNode() {}

    public static void main(String[] args) throws Exception {
        try (StopSignal stop = StopSignal.listen();
                AutoCloseable node = start(args)) {
            stop.await();
        }
    }

    private static AutoCloseable start(String[] args) throws InterruptedException {
        if (args[0].equals("broker")) {
            DevStack stack = DevStack.start(DevStackSettings.onFreePorts(Path.of(args[1])));
            System.out.println(READY + stack.bootstrapServers() + " " + stack.registryUrl());
            return stack;
        } else if (args[0].equals("everything")) {
            return everything(Path.of(args[1]), Map.of(StreamsConfig.NUM_STREAM_THREADS_CONFIG, args[2]));
        }
        Map<String, String> kafka = Map.of(StreamsConfig.NUM_STREAM_THREADS_CONFIG, args[3]);
        Path state = Path.of(args[4]);
        Stage stage = Stage.valueOf(args[0]);
        AutoCloseable node = stage.isCopy()
                ? copy(stage, args[1], args[2], state, kafka)
                : applications(stage.applications(), args[1], args[2], state, kafka);
        System.out.println(READY);
        return node;
    }

    /** Broker, registry and all applications in one process, as {@code biggerbox up} runs them. */
    private static AutoCloseable everything(Path data, Map<String, String> kafka) throws InterruptedException {
        DevStack stack = DevStack.start(DevStackSettings.onFreePorts(data.resolve("stack")));
        BiggerBoxService service = applications(
                EnumSet.allOf(Application.class),
                stack.bootstrapServers(),
                stack.registryUrl(),
                data.resolve("state"),
                kafka);
        System.out.println(READY + stack.bootstrapServers() + " " + stack.registryUrl());
        return () -> {
            service.close();
            stack.close();
        };
    }

    private static BiggerBoxService applications(
            Set<Application> applications, String brokers, String registry, Path state, Map<String, String> kafka)
            throws InterruptedException {
        BiggerBoxService service = BiggerBoxService.start(
                new ServiceSettings(
                        brokers,
                        WireSettings.of(registry),
                        PARTITIONS,
                        (short) 1,
                        state,
                        applications,
                        GroupProtocol.CLASSIC,
                        StarterTaxonomies.load("general", "retail", "software"),
                        SettingsBook.of(DetectionSettings.DEFAULTS),
                        TopologySettings.DEFAULTS,
                        kafka),
                FastReader::create,
                Clock.systemUTC());
        if (!service.awaitRunning(TIME_TO_START)) {
            throw new IllegalStateException("does not get going: " + service.states());
        }
        return service;
    }

    /** Avro in, Avro out, exactly once. */
    private static AutoCloseable copy(
            Stage stage, String brokers, String registryUrl, Path state, Map<String, String> kafka) {
        RegistryConnection registry = RegistryConnection.connect(WireSettings.of(registryUrl));
        Topics topics = BiggerBoxService.topics(PARTITIONS, registry);
        StreamsBuilder builder = new StreamsBuilder();
        var serde = topics.reviews().valueSerde();
        builder.<String, Review>stream(topics.reviews().name(), Consumed.with(Serdes.String(), serde))
                .to(COPY_TOPIC, Produced.with(Serdes.String(), serde));
        Map<String, String> operator = new HashMap<>(kafka);
        operator.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        operator.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        Properties properties = stage == Stage.PLAIN_COPY
                ? plain(operator)
                : StreamsProperties.of(
                        Application.CLASSIFY, topics.deadLetters().name(), operator);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, COPY_GROUP);
        KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        streams.start();
        // a member that stays keeps the group from being deleted before the next run
        return () ->
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    /** What somebody has who sets nothing but that every record counts once. */
    private static Properties plain(Map<String, String> operator) {
        Properties properties = new Properties();
        properties.putAll(operator);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return properties;
    }
}
