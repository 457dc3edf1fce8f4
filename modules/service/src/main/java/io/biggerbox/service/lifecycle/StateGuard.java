package io.biggerbox.service.lifecycle;

import io.biggerbox.service.ApplicationGroups;
import io.biggerbox.service.RefusedException;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.StateFormats;
import io.biggerbox.topologies.classify.ClassifyTopology;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.measure.MeasureTopology;
import io.biggerbox.topologies.stores.BeforeCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, before an application starts, whether the state that is there is the state that it would work on. Kafka Streams
 * starts on any: a store that has another name begins empty and what the old one knew is lost unnoticed, a store in
 * another format ends the stream with every record, and with another number of partitions customers meet the stores of others.
 */
public final class StateGuard {

    private static final Logger LOG = LoggerFactory.getLogger(StateGuard.class);
    private static final String RESET_FILE = "last-reset";

    /** Stores that came later and may begin empty beside others: they hold nothing that follows from history. */
    private static final Set<String> MAY_BEGIN_EMPTY = Set.of(
            ClassifyTopology.ERASED_STORE,
            DetectTopology.FORGETTING_STORE,
            DetectTopology.TOLD_STORE,
            MeasureTopology.LIVES_STORE);

    private final Admin admin;
    private final StateJournal journal;
    private final Map<String, String> recorded;
    private final int partitions;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> news = new TreeMap<>();

    /**
     * Reads what earlier starts have noted, and looks further through an admin client of the caller's. The topic of the
     * notes must exist.
     *
     * @param admin not closed here
     * @param clientConfig bootstrap servers and security
     * @param partitions of the partitioned topics
     */
    public StateGuard(Admin admin, Map<String, Object> clientConfig, int partitions) {
        this.admin = admin;
        this.partitions = partitions;
        journal = new StateJournal(clientConfig);
        recorded = journal.read();
    }

    /**
     * Looks at all applications, and notes what they start with.
     *
     * @param topologies the topologies that are to run
     * @throws RefusedException naming all that does not fit, and the remedy
     */
    public void check(Map<Application, Topology> topologies) {
        Map<String, Integer> existing = existing();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = new ApplicationGroups(admin).positions();
        topologies.forEach((application, topology) -> {
            // After a reset it has a position and no note; after a start that came to nothing a note and no position.
            boolean ran = recorded.containsKey(application.id())
                    && !positions.getOrDefault(application.id(), Map.of()).isEmpty();
            checkStores(application, topology.describe(), existing, ran);
            checkFormats(application, recorded.get(application.id()));
        });
        if (!problems.isEmpty()) {
            throw new RefusedException("the state of an earlier run does not fit this version or its settings:\n  "
                    + String.join("\n  ", problems)
                    + "\nNothing was started or changed. Go back to what ran before, or stop all instances and process the"
                    + " inputs anew with: biggerbox reset");
        }
        Map<String, @Nullable String> changed = new HashMap<>();
        news.forEach((name, value) -> {
            if (!value.equals(recorded.get(name))) {
                changed.put(name, value);
            }
        });
        journal.write(changed);
    }

    /**
     * Removes stores on this machine that are older than the last reset: it may have been asked for on another.
     *
     * @param state folder of the stores
     */
    public void forgetStateBeforeReset(Path state) {
        String last = recorded.getOrDefault(StateJournal.LAST_RESET, "");
        Path file = state.resolve(RESET_FILE);
        try {
            String known = Files.exists(file) ? Files.readString(file) : "";
            if (!known.equals(last)) {
                for (Path folder : StateFolders.of(state, Reset.APPLICATIONS)) {
                    LOG.info("{} is from before the last reset and is removed", folder);
                    StateFolders.delete(folder);
                }
                Files.createDirectories(state);
                Files.writeString(file, last);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot work on " + state, e);
        }
    }

    private void checkStores(
            Application application, TopologyDescription topology, Map<String, Integer> existing, boolean ran) {
        Set<String> expected = new TreeSet<>();
        for (TopologyDescription.Subtopology part : topology.subtopologies()) {
            int tasks = 0;
            Set<String> stores = new TreeSet<>();
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
                    for (String topic : source.topicSet()) {
                        tasks = Math.max(tasks, tasksOf(application, topic, existing, expected));
                    }
                } else if (node instanceof TopologyDescription.Processor processor) {
                    processor.stores().stream()
                            .filter(name -> !BeforeCommit.isNameOfOne(name))
                            .forEach(stores::add);
                }
            }
            for (String store : stores) {
                String changelog = application.id() + "-" + store + InternalTopics.CHANGELOG;
                expected.add(changelog);
                checkStore(application, store, existing.get(changelog), tasks, ran);
            }
        }
        existing.keySet().stream()
                .filter(name -> InternalTopics.belongTo(application, name) && !expected.contains(name))
                .sorted()
                .forEach(name -> problems.add(name + " is there, and this version of " + application.id()
                        + " has nothing of that name: what it holds would be lost"));
    }

    private void checkStore(Application application, String store, @Nullable Integer found, int tasks, boolean ran) {
        if (found == null && ran && !MAY_BEGIN_EMPTY.contains(store)) {
            problems.add("the store " + store + " of " + application.id()
                    + " is new: it would begin empty, although what it is to remember has been read already");
        } else if (found != null && found != tasks) {
            problems.add("the store " + store + " of " + application.id() + " has " + found
                    + " partitions, and what it is filled from has " + tasks
                    + ": customers or products would meet the state of others");
        }
    }

    private int tasksOf(Application application, String topic, Map<String, Integer> existing, Set<String> expected) {
        if (!topic.endsWith(InternalTopics.REPARTITION)) {
            return existing.getOrDefault(topic, 0);
        }
        String name = application.id() + "-" + topic;
        expected.add(name);
        int wanted = application == Application.DISCOVER ? 1 : partitions;
        int found = existing.getOrDefault(name, wanted);
        if (found != wanted) {
            problems.add(name + " has " + found + " partitions, not " + wanted);
        }
        return wanted;
    }

    private void checkFormats(Application application, @Nullable String recorded) {
        Map<String, String> now = StateFormats.of(application);
        StringBuilder line = new StringBuilder();
        now.forEach((name, format) ->
                line.append(line.isEmpty() ? "" : "\n").append(name).append('=').append(format));
        news.put(application.id(), line.toString());
        if (recorded == null) {
            return;
        }
        for (String each : recorded.split("\n", -1)) {
            int at = each.indexOf('=');
            String format = at < 0 ? null : now.get(each.substring(0, at));
            if (format != null && !format.equals(each.substring(at + 1))) {
                problems.add("stores of " + application.id() + " hold " + each.substring(0, at)
                        + " in another format than this version reads");
            }
        }
    }

    private Map<String, Integer> existing() {
        try {
            Map<String, Integer> existing = new HashMap<>();
            Set<String> names = admin.listTopics().names().get();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) ->
                            existing.put(name, topic.partitions().size()));
            return existing;
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
