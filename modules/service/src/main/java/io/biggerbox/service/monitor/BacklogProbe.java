package io.biggerbox.service.monitor;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far a group is behind, in records, in time since arrival and in event time. Offsets alone cannot tell a record from the marker that ends a
 * transaction, so the first record that waits is looked at: none there, nothing waits. Confined to one thread.
 */
final class BacklogProbe implements AutoCloseable {

    private static final long SECONDS_TO_ANSWER = 10;
    private static final Duration SECONDS_TO_READ = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** So many offsets before the end there is a record, and not only markers of transactions. */
    private static final int RECORDS_BEFORE_THE_END = 8;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EventTimes eventTimes;
    private final Clock clock;

    /**
     * @param clientConfig bootstrap servers and security
     * @param eventTimes reads the event time of a record
     * @param clock by which records wait
     */
    BacklogProbe(Map<String, Object> clientConfig, EventTimes eventTimes, Clock clock) {
        this.eventTimes = eventTimes;
        this.clock = clock;
        admin = Admin.create(clientConfig);
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // single records of each partition are wanted, not what comes after them
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What a group has yet to process, for each topic of which it has committed something.
     *
     * @throws KafkaException if the brokers do not answer
     */
    Map<String, Backlog> of(String group) {
        Map<TopicPartition, Long> committed = committed(group);
        consumer.assign(committed.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(committed.keySet());
        Map<String, Backlog> behind = new TreeMap<>();
        Map<TopicPartition, Long> waiting = new HashMap<>();
        committed.forEach((partition, position) -> {
            behind.putIfAbsent(partition.topic(), Backlog.NONE);
            if (ends.getOrDefault(partition, 0L) > position) {
                waiting.put(partition, position);
            }
        });
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> oldest = read(waiting, ends, true);
        Map<TopicPartition, Long> tails = new HashMap<>();
        oldest.keySet().stream()
                .filter(partition -> eventTimes.areOn(partition.topic()))
                .forEach(partition -> tails.put(
                        partition,
                        Math.max(
                                committed.getOrDefault(partition, 0L),
                                ends.getOrDefault(partition, 0L) - RECORDS_BEFORE_THE_END)));
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> newest = read(tails, ends, false);
        oldest.forEach((partition, first) -> {
            long records = ends.getOrDefault(partition, 0L) - committed.getOrDefault(partition, 0L);
            double seconds = Math.max(0, clock.millis() - first.timestamp()) / 1000.0;
            Backlog here = new Backlog(records, seconds, eventSeconds(first, newest.get(partition)));
            behind.merge(partition.topic(), here, Backlog::plus);
        });
        return behind;
    }

    private double eventSeconds(ConsumerRecord<byte[], byte[]> first, @Nullable ConsumerRecord<byte[], byte[]> last) {
        Long from = eventTimes.of(first);
        Long to = last == null ? null : eventTimes.of(last);
        return from == null || to == null ? 0 : Math.max(0, to - from) / 1000.0;
    }

    private Map<TopicPartition, Long> committed(String group) {
        try {
            Map<TopicPartition, Long> all = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                    .forEach((partition, position) -> {
                        if (position != null) {
                            all.put(partition, position.offset());
                        }
                    });
            return all;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the brokers did not say how far " + group + " has come", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /**
     * Reads a record of each partition; those in which there are only markers are left out.
     *
     * @param from where to begin
     * @param ends where each partition ends
     * @param first whether the first record is wanted, or the last before the end
     */
    private Map<TopicPartition, ConsumerRecord<byte[], byte[]>> read(
            Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends, boolean first) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(from.keySet());
        consumer.assign(open);
        from.forEach(consumer::seek);
        long end = System.nanoTime() + SECONDS_TO_READ.toNanos();
        while (!open.isEmpty() && System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(PATIENCE)) {
                records.merge(
                        new TopicPartition(found.topic(), found.partition()),
                        found,
                        (before, after) -> first ? before : after);
            }
            open.removeIf(partition -> (first && records.containsKey(partition))
                    || consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            consumer.assign(open);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
