package io.biggerbox.service.lifecycle;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.service.ApplicationGroups;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.measure.MeasureTopology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Lets the applications process all inputs again, from their beginning, into the same topics.
 *
 * <p>The feedback is emptied and filled anew. Rows come under their keys with revisions that are higher than all before;
 * alerts that were told are not told again, because detect keeps what it has told. discover goes on as it is: it knows
 * by their revisions what it has read. Doing it twice, or once more after it was interrupted, does no harm.
 */
public final class Reset {

    /** What starts over. */
    static final Set<Application> APPLICATIONS =
            EnumSet.of(Application.CLASSIFY, Application.MEASURE, Application.DETECT);

    /** What was published and must neither come twice nor go back: stays when everything else starts over. */
    private static final Set<String> KEPT = Set.of(
            Application.DETECT.id() + "-" + DetectTopology.TOLD_STORE + "-changelog",
            Application.MEASURE.id() + "-" + MeasureTopology.LIVES_STORE + "-changelog");

    private final Admin admin;
    private final StateJournal journal;
    private final Topics topics;
    private final @Nullable Path state;

    /**
     * A reset that is done by {@link #run}.
     *
     * @param admin not closed here
     * @param clientConfig bootstrap servers and security
     * @param state folder of the stores on this machine; null when there is none
     */
    public Reset(Admin admin, Map<String, Object> clientConfig, Topics topics, @Nullable Path state) {
        this.admin = admin;
        journal = new StateJournal(clientConfig);
        this.topics = topics;
        this.state = state;
    }

    /**
     * What would go.
     *
     * @param internalTopics topics of the applications' own that are deleted
     * @param feedback readings that are deleted and made anew
     * @param inputs records that are read again
     * @param folders folders that are deleted
     */
    public record Plan(Set<String> internalTopics, long feedback, long inputs, List<Path> folders) {
        public Plan {
            internalTopics = Set.copyOf(internalTopics);
            folders = List.copyOf(folders);
        }
    }

    /** Looks only. */
    public Plan plan() {
        return new Plan(
                internalTopics(),
                size(List.of(topics.feedback())),
                size(inputs()),
                state == null ? List.of() : StateFolders.of(state, APPLICATIONS));
    }

    /**
     * Does it.
     *
     * @throws io.biggerbox.service.RefusedException while an application runs
     */
    public void run() {
        new ApplicationGroups(admin).requireStopped("start over");
        try {
            emptyFeedback();
            Set<String> internal = internalTopics();
            forgetPositions(internal);
            admin.deleteTopics(internal).all().get();
            Map<String, @Nullable String> notes = new HashMap<>();
            APPLICATIONS.forEach(each -> notes.put(each.id(), null));
            notes.put(StateJournal.LAST_RESET, UUID.randomUUID().toString());
            journal.write(notes);
            movePositions(Application.CLASSIFY, inputs());
            movePositions(Application.MEASURE, List.of(topics.feedback()));
            movePositions(Application.DETECT, List.of(topics.feedback(), topics.commands()));
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted; reset again", e);
        }
        if (state != null) {
            StateFolders.of(state, APPLICATIONS).forEach(StateFolders::delete);
        }
    }

    private List<Topic<?, ?>> inputs() {
        return List.of(topics.reviews(), topics.tickets(), topics.surveys());
    }

    private void emptyFeedback() throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        offsets(partitions(List.of(topics.feedback())), OffsetSpec.latest())
                .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        admin.deleteRecords(all).all().get();
    }

    /** Positions on internal topics end with these. */
    private void forgetPositions(Set<String> internal) throws ExecutionException, InterruptedException {
        for (var group : new ApplicationGroups(admin).positions().entrySet()) {
            Set<TopicPartition> gone = group.getValue().keySet().stream()
                    .filter(partition -> internal.contains(partition.topic()))
                    .collect(Collectors.toSet());
            if (!gone.isEmpty()) {
                admin.deleteConsumerGroupOffsets(group.getKey(), gone).all().get();
            }
        }
    }

    /** An application that never ran reads from the beginning anyway. */
    private void movePositions(Application application, List<Topic<?, ?>> read)
            throws ExecutionException, InterruptedException {
        if (!new ApplicationGroups(admin).existing().contains(application.id())) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
        offsets(partitions(read), OffsetSpec.earliest())
                .forEach((partition, start) -> starts.put(partition, new OffsetAndMetadata(start)));
        admin.alterConsumerGroupOffsets(application.id(), starts).all().get();
    }

    private Set<String> internalTopics() {
        try {
            return admin.listTopics().names().get().stream()
                    .filter(name -> APPLICATIONS.stream().anyMatch(each -> InternalTopics.belongTo(each, name)))
                    .filter(name -> !KEPT.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private long size(List<Topic<?, ?>> which) {
        try {
            List<TopicPartition> partitions = partitions(which);
            Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
            long sum = 0;
            for (var end : offsets(partitions, OffsetSpec.latest()).entrySet()) {
                sum += end.getValue() - starts.getOrDefault(end.getKey(), 0L);
            }
            return sum;
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private List<TopicPartition> partitions(Collection<Topic<?, ?>> which)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> all = new ArrayList<>();
        Map<String, TopicDescription> described = admin.describeTopics(
                        which.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        described.forEach((name, topic) ->
                topic.partitions().forEach(partition -> all.add(new TopicPartition(name, partition.partition()))));
        return all;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (var answer :
                Objects.requireNonNull(admin.listOffsets(asked).all().get()).entrySet()) {
            offsets.put(answer.getKey(), answer.getValue().offset());
        }
        return offsets;
    }
}
