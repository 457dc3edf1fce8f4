package io.biggerbox.service;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records an application has yet to process. */
public final class GroupLag {

    private static final long SECONDS_TO_ANSWER = 30;

    private final Admin admin;

    /**
     * Asks through an admin client of the caller's.
     *
     * @param admin not closed here
     */
    public GroupLag(Admin admin) {
        this.admin = admin;
    }

    /**
     * Committed records of {@code topics} that the group has not committed yet, per topic. The marker that
     * ends a transaction takes an offset of its own, which no reader commits past; it does not count.
     *
     * @param group the application's id
     * @param topics names of topics; each must exist
     */
    public Map<String, Long> of(String group, Collection<String> topics) {
        var partitions = get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var ends = get(admin.listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        Map<String, Long> lag = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata position = committed.get(partition);
            long end = Objects.requireNonNull(ends.get(partition), partition.toString())
                    .offset();
            long behind = end - (position == null ? 0 : position.offset());
            lag.merge(partition.topic(), behind <= 1 && position != null ? 0 : Math.max(0, behind), Long::sum);
        }
        return lag;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the brokers did not say how far a group has come", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
