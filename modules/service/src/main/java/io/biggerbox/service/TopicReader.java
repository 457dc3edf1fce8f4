package io.biggerbox.service;

import io.biggerbox.events.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning to its present end, committed records only.
 *
 * @param <V> type of the values
 */
public final class TopicReader<V> {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Map<String, Object> clientConfig;
    private final Topic<String, V> topic;

    /**
     * A reader that reads with {@link #read}.
     *
     * @param clientConfig bootstrap servers and security
     * @param topic the topic
     */
    public TopicReader(Map<String, Object> clientConfig, Topic<String, V> topic) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.topic = topic;
    }

    /** Passes on every record; those of one partition in their order. A value is null in a tombstone. */
    public void read(Consumer<ConsumerRecord<String, @Nullable V>> action) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, @Nullable V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(action);
            }
        }
    }
}
