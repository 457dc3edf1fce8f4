package io.biggerbox.cli.stack;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Weaves partitions into one stream in the order of arrival. Records of one partition keep their order,
 * whatever their timestamps say; what arrived in the same millisecond goes by event time.
 */
final class ArrivalMerge {

    /**
     * A record on its way.
     *
     * @param arrival not earlier than those before it in its partition
     * @param eventTime when it was said
     * @param value the record
     */
    record Arrived(Instant arrival, Instant eventTime, SpecificRecord value) {}

    private record Head(TopicPartition partition, Deque<Arrived> queue) {
        Arrived first() {
            return queue.element();
        }
    }

    private static final Comparator<Head> ORDER = Comparator.comparing(
                    (Head head) -> head.first().arrival())
            .thenComparing(head -> head.first().eventTime())
            .thenComparing(head -> head.partition().topic())
            .thenComparing(head -> head.partition().partition());

    private final Map<TopicPartition, Deque<Arrived>> partitions = new HashMap<>();

    /** Adds the next record of a partition. */
    void add(TopicPartition partition, Instant arrival, Instant eventTime, SpecificRecord value) {
        Deque<Arrived> queue = partitions.computeIfAbsent(partition, key -> new ArrayDeque<>());
        Arrived last = queue.peekLast();
        boolean early = last != null && last.arrival().isAfter(arrival);
        queue.add(new Arrived(early ? last.arrival() : arrival, eventTime, value));
    }

    /** Passes on and removes everything. */
    void drain(Consumer<Arrived> action) {
        PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);
        partitions.forEach((partition, queue) -> heads.add(new Head(partition, queue)));
        partitions.clear();
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            action.accept(head.queue().remove());
            if (!head.queue().isEmpty()) {
                heads.add(head);
            }
        }
    }
}
