package io.biggerbox.service.monitor;

import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.topologies.Application;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What is looked at.
 *
 * @param applications that run in this process
 * @param alertLatency told by those of them that decide on alerts
 * @param client bootstrap servers and security
 * @param topics the public topics
 * @param registry asked whether it answers
 * @param stateDirectory where the stores are
 * @param version of the program
 * @param model version of the reader's model
 */
public record Subject(
        Map<Application, Watched> applications,
        AlertLatency alertLatency,
        Map<String, Object> client,
        Topics topics,
        RegistryConnection registry,
        Path stateDirectory,
        String version,
        String model) {

    public Subject {
        applications = new EnumMap<>(applications);
        client = Map.copyOf(client);
    }

    /**
     * One application.
     *
     * @param streams the application
     * @param restore what it has yet to restore
     * @param threadRestarts stream threads that died and were replaced, so far
     */
    public record Watched(KafkaStreams streams, RestoreWatch restore, LongSupplier threadRestarts) {}
}
