package io.biggerbox.service.monitor;

import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.classify.ClassifyTopology;
import io.biggerbox.topologies.detect.DetectTopology;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks brokers, registry and applications. Confined to one thread; opens its client when it first needs it. */
final class Lookout implements AutoCloseable {

    /** Where applications keep the taxonomy that they work with. */
    private static final Map<Application, String> TAXONOMY_STORES = Map.of(
            Application.CLASSIFY, ClassifyTopology.TAXONOMY_STORE, Application.DETECT, DetectTopology.TAXONOMY_STORE);

    private final Subject subject;
    private final Clock clock;
    private final Map<Application, TaxonomyInForce> taxonomies = new EnumMap<>(Application.class);
    private @Nullable BacklogProbe probe;

    Lookout(Subject subject, Clock clock) {
        this.subject = subject;
        this.clock = clock;
        TAXONOMY_STORES.forEach((application, store) -> {
            Subject.Watched watched = subject.applications().get(application);
            if (watched != null) {
                taxonomies.put(
                        application,
                        new TaxonomyInForce(
                                watched.streams(), store, subject.topics().taxonomy()));
            }
        });
    }

    /**
     * Asks for everything.
     *
     * @param before what is told where there is no answer now
     */
    Outlook look(Outlook before) {
        List<String> problems = new ArrayList<>();
        boolean brokersAnswer = true;
        Instant at = clock.instant();
        Map<Application, Map<String, Backlog>> backlogs = before.backlogs();
        try {
            backlogs = backlogs();
        } catch (KafkaException e) {
            brokersAnswer = false;
            at = before.at();
            problems.add("the brokers do not answer; the applications wait for them: " + e.getMessage());
        }
        boolean registryAnswers = true;
        try {
            var unused = subject.registry().client().getAllSubjects();
        } catch (IOException | RestClientException e) {
            registryAnswers = false;
            problems.add(
                    "the schema registry at " + subject.registry().settings().describeUrls()
                            + " does not answer; records with schemas that are known go on: " + e.getMessage());
        }
        Map<Application, String> versions = new EnumMap<>(Application.class);
        taxonomies.forEach((application, taxonomy) -> versions.put(application, taxonomy.version()));
        return new Outlook(at, brokersAnswer, registryAnswers, backlogs, versions, problems);
    }

    private Map<Application, Map<String, Backlog>> backlogs() {
        if (probe == null) {
            probe = new BacklogProbe(subject.client(), new EventTimes(subject.topics()), clock);
        }
        Map<Application, Map<String, Backlog>> backlogs = new EnumMap<>(Application.class);
        for (Application application : subject.applications().keySet()) {
            backlogs.put(application, probe.of(application.id()));
        }
        return backlogs;
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
