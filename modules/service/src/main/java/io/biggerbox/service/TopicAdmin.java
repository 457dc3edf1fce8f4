package io.biggerbox.service;

import io.biggerbox.events.topics.TopicSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates topics and checks those that exist. Kafka Streams would start on wrong ones all the same and
 * go wrong later: a topic with other partitions sends customers to the wrong task, a dead-letter topic
 * that is missing blocks a thread for minutes.
 */
public final class TopicAdmin {

    private static final long SECONDS_TO_ANSWER = 30;

    /** Between two questions about a topic that is not known yet. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final short replication;

    /**
     * Works through an admin client of the caller's.
     *
     * @param admin not closed here
     * @param replication copies of topics that are created, and the least that existing ones must have
     */
    public TopicAdmin(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /**
     * Creates the topics that are missing and checks all of them.
     *
     * @return names of the topics that were created
     * @throws TopicProblemsException if an existing one is not as it must be
     * @throws KafkaException if the brokers do not answer
     */
    public List<String> ensure(List<TopicSpec> specs) {
        Set<String> existing = existing();
        List<NewTopic> missing = specs.stream()
                .filter(spec -> !existing.contains(spec.name()))
                .map(spec -> new NewTopic(spec.name(), spec.partitions(), replication).configs(spec.fullConfig()))
                .toList();
        admin.createTopics(missing).values().values().forEach(future -> {
            try {
                BrokerAnswers.get(future);
            } catch (TopicExistsException e) {
                // another instance was faster; the check below looks at what it made
            }
        });
        List<TopicProblem> problems = check(specs);
        if (!problems.isEmpty()) {
            throw new TopicProblemsException(problems);
        }
        return missing.stream().map(NewTopic::name).toList();
    }

    /** Names of all topics on the brokers. */
    public Set<String> existing() {
        return new HashSet<>(BrokerAnswers.get(admin.listTopics().names()));
    }

    /** What is wrong with the topics; each of them must exist. */
    public List<TopicProblem> check(List<TopicSpec> specs) {
        List<String> names = specs.stream().map(TopicSpec::name).toList();
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, TopicDescription> descriptions =
                onceKnown(() -> admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs =
                onceKnown(() -> admin.describeConfigs(resources).all());
        List<TopicProblem> problems = new ArrayList<>();
        for (TopicSpec spec : specs) {
            TopicDescription description = descriptions.get(spec.name());
            Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, spec.name()));
            if (description != null && config != null) {
                problems.addAll(compare(spec, description, config));
            }
        }
        return problems;
    }

    private List<TopicProblem> compare(TopicSpec spec, TopicDescription description, Config config) {
        List<TopicProblem> problems = new ArrayList<>();
        int partitions = description.partitions().size();
        if (partitions != spec.partitions()) {
            problems.add(new TopicProblem(
                    spec.name(),
                    "has " + partitions + " partitions, not " + spec.partitions(),
                    "set partitions to " + partitions + ", or reset and create the topics anew"));
        }
        int copies = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (copies < replication) {
            problems.add(new TopicProblem(
                    spec.name(),
                    "has " + copies + " copies, not " + replication,
                    "reassign its partitions, or set replication to " + copies));
        }
        spec.fullConfig().forEach((name, wanted) -> {
            ConfigEntry entry = config.get(name);
            String found = entry == null ? "nothing" : entry.value();
            if (!wanted.equals(found)) {
                problems.add(new TopicProblem(
                        spec.name(), name + " is " + found + ", not " + wanted, "alter the topic's configuration"));
            }
        });
        return problems;
    }

    /** Asks until the broker that answers has heard of topics that another one has just created. */
    static <T> T onceKnown(Supplier<KafkaFuture<T>> question) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_ANSWER);
        while (true) {
            try {
                return BrokerAnswers.get(question.get());
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
