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
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from its beginning to its present end, committed records only.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public final class TopicReader<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Map<String, Object> clientConfig;
    private final Topic<K, V> topic;

    /**
     * A reader that reads with {@link #read}.
     *
     * @param clientConfig bootstrap servers and security
     * @param topic the topic
     */
    public TopicReader(Map<String, Object> clientConfig, Topic<K, V> topic) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.topic = topic;
    }

    /**
     * Passes on every record; those of one partition in their order. A value is null in a tombstone. A record that
     * cannot be decoded is skipped: who starts or asks must not fail for what is a dead letter already.
     */
    public void read(Consumer<ConsumerRecord<K, @Nullable V>> action) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<K, @Nullable V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                try {
                    consumer.poll(PATIENCE).forEach(action);
                } catch (RecordDeserializationException e) {
                    if (!(e.getCause() instanceof SerializationException)) {
                        // The registry does not answer, for instance: then nothing is known about the record.
                        throw e;
                    }
                    LOG.warn("{} at offset {} cannot be decoded and is skipped", e.topicPartition(), e.offset(), e);
                    consumer.seek(e.topicPartition(), e.offset() + 1);
                }
            }
        }
    }
}
