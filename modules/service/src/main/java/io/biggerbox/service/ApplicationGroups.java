package io.biggerbox.service;

import io.biggerbox.topologies.Application;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of the applications. */
public final class ApplicationGroups {

    private final Admin admin;

    /**
     * Asks through an admin client of the caller's.
     *
     * @param admin not closed here
     */
    public ApplicationGroups(Admin admin) {
        this.admin = admin;
    }

    /** Ids of those that exist, sorted. */
    public List<String> existing() {
        return listings().stream().map(GroupListing::groupId).sorted().toList();
    }

    /**
     * Makes sure that no application is running anywhere.
     *
     * @param what would be done, for the message
     * @throws RefusedException naming those that run
     */
    public void requireStopped(String what) {
        List<String> running = listings().stream()
                .filter(group -> group.groupState()
                        .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                        .isPresent())
                .map(GroupListing::groupId)
                .sorted()
                .toList();
        if (!running.isEmpty()) {
            throw new RefusedException(String.join(", ", running)
                    + (running.size() == 1 ? " is" : " are")
                    + " running, on this machine or another; stop all instances to "
                    + what
                    + ". One that was killed counts as running until its session times out, after 10 s where `biggerbox"
                    + " up` ran it, else after 45 s");
        }
    }

    /** How far each application has come, by its id. */
    public Map<String, Map<TopicPartition, OffsetAndMetadata>> positions() {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = new TreeMap<>();
        for (String group : existing()) {
            positions.put(
                    group,
                    BrokerAnswers.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        }
        return positions;
    }

    private List<GroupListing> listings() {
        List<String> ours = java.util.Arrays.stream(Application.values())
                .map(Application::id)
                .toList();
        return BrokerAnswers.get(admin.listGroups().all()).stream()
                .filter(group -> ours.contains(group.groupId()))
                .toList();
    }
}
