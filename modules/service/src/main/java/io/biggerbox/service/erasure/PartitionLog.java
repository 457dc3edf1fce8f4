package io.biggerbox.service.erasure;

import io.biggerbox.service.RefusedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads partitions as bytes, committed records only. */
final class PartitionLog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** Half a minute. */
    private static final int LOOKS = 300;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> anyRecord;

    PartitionLog(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        anyRecord = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    List<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Offset of the first record that is left. */
    long start(TopicPartition partition) {
        return only(consumer.beginningOffsets(List.of(partition)), partition);
    }

    /**
     * Offset that the next record gets, once what was begun has been committed or aborted: the mark of that comes a
     * moment later, and takes an offset of its own.
     *
     * @throws RefusedException if somebody keeps a transaction open
     */
    long end(TopicPartition partition) {
        for (int i = 0; i < LOOKS; i++) {
            long settled = only(consumer.endOffsets(List.of(partition)), partition);
            if (settled == only(anyRecord.endOffsets(List.of(partition)), partition)) {
                return settled;
            }
            LockSupport.parkNanos(PATIENCE.toNanos());
        }
        throw new RefusedException("a transaction is open on " + partition + ": stop who writes to " + partition.topic()
                + ", then try again");
    }

    private static long only(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), partition.toString());
    }

    /** Passes on every committed record before {@code end}. */
    void read(TopicPartition partition, long end, Consumer<ConsumerRecord<byte[], byte[]>> action) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < end) {
            consumer.poll(PATIENCE).forEach(record -> {
                if (record.offset() < end) {
                    action.accept(record);
                }
            });
        }
    }

    @Override
    public void close() {
        consumer.close();
        anyRecord.close();
    }
}
