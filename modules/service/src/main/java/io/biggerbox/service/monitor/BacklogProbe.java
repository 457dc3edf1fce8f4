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

/**
 * Measures how far a group is behind, in records and in time. Offsets alone cannot tell a record from the marker that ends a
 * transaction, so the first record that waits is looked at: none there, nothing waits. Confined to one thread.
 */
final class BacklogProbe implements AutoCloseable {

    private static final long SECONDS_TO_ANSWER = 10;
    private static final Duration SECONDS_TO_READ = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Clock clock;

    /**
     * @param clientConfig bootstrap servers and security
     * @param clock by which records wait
     */
    BacklogProbe(Map<String, Object> clientConfig, Clock clock) {
        this.clock = clock;
        admin = Admin.create(clientConfig);
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        // the first record of each partition is wanted, not what comes after it
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
            long records = ends.getOrDefault(partition, 0L) - position;
            if (records > 0) {
                waiting.put(partition, records);
            }
        });
        oldest(committed, waiting).forEach((partition, arrived) -> {
            double seconds = Math.max(0, clock.millis() - arrived) / 1000.0;
            Backlog here = new Backlog(waiting.getOrDefault(partition, 0L), seconds);
            behind.merge(partition.topic(), here, Backlog::plus);
        });
        return behind;
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

    /** When the first record arrived that waits in each partition; partitions in which only a marker waits are left out. */
    private Map<TopicPartition, Long> oldest(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> waiting) {
        Map<TopicPartition, Long> arrived = new HashMap<>();
        Set<TopicPartition> open = new HashSet<>(waiting.keySet());
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, committed.getOrDefault(partition, 0L)));
        long end = System.nanoTime() + SECONDS_TO_READ.toNanos();
        while (!open.isEmpty() && System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(PATIENCE)) {
                TopicPartition partition = new TopicPartition(found.topic(), found.partition());
                arrived.putIfAbsent(partition, found.timestamp());
            }
            open.removeIf(partition -> arrived.containsKey(partition)
                    || consumer.position(partition)
                            >= committed.getOrDefault(partition, 0L) + waiting.getOrDefault(partition, 0L));
            consumer.assign(open);
        }
        return arrived;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
