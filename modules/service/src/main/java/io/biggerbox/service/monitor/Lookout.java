package io.biggerbox.service.monitor;

import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.topologies.Application;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks brokers and registry. Confined to one thread; opens its clients when it first needs them. */
final class Lookout implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Map<String, Object> client;
    private final Topics topics;
    private final RegistryConnection registry;
    private final Set<Application> applications;
    private final Clock clock;
    private @Nullable BacklogProbe probe;
    private @Nullable TopicTail tail;

    Lookout(
            Map<String, Object> client,
            Topics topics,
            RegistryConnection registry,
            Set<Application> applications,
            Clock clock) {
        this.client = client;
        this.topics = topics;
        this.registry = registry;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Asks for everything.
     *
     * @param before what is told where there is no answer now
     */
    Outlook look(Outlook before) {
        List<String> problems = new ArrayList<>();
        Outlook now = before;
        try {
            now = ask();
        } catch (KafkaException e) {
            problems.add("the brokers do not answer; the applications wait for them: " + e.getMessage());
        }
        try {
            var unused = registry.client().getAllSubjects();
        } catch (IOException | RestClientException e) {
            problems.add("the schema registry at " + registry.settings().describeUrls()
                    + " does not answer; records with schemas that are known go on: " + e.getMessage());
        }
        return now.with(problems);
    }

    private Outlook ask() {
        if (probe == null) {
            probe = new BacklogProbe(client, clock);
        }
        if (tail == null) {
            tail = new TopicTail(client, topics);
        }
        tail.poll(PATIENCE);
        Map<Application, Map<String, Backlog>> backlogs = new EnumMap<>(Application.class);
        for (Application application : applications) {
            backlogs.put(application, probe.of(application.id()));
        }
        return new Outlook(
                clock.instant(),
                backlogs,
                tail.letters(),
                tail.openLetters(),
                tail.alerts(),
                tail.taxonomy(),
                List.of());
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
        if (tail != null) {
            tail.close();
        }
    }
}
