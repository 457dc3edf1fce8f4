package io.biggerbox.acceptance.support;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.service.TopicSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What stands on the topics, committed records only. */
public final class Topics {

    private final Connection connection;

    Topics(Connection connection) {
        this.connection = connection;
    }

    /** Topics over a connection of the caller's. */
    public static Topics over(Connection connection) {
        return new Topics(connection);
    }

    public List<Feedback> feedback() {
        return values(connection.topics().feedback());
    }

    public Map<String, ThemeStats> themeStats() {
        return new TopicSnapshot<>(connection.client(), connection.topics().themeStats()).read();
    }

    public Map<String, ExperienceStats> experienceStats() {
        return new TopicSnapshot<>(connection.client(), connection.topics().experienceStats()).read();
    }

    /** The latest revision of every alert, by id. */
    public Map<String, ProcessChangeAlert> alerts() {
        return new TopicSnapshot<>(connection.client(), connection.topics().alerts()).read();
    }

    public List<ProcessChangeAlert> alertRevisions() {
        return values(connection.topics().alerts());
    }

    public List<ProcessChangeAlert> alertsOf(String team) {
        return values(connection.topics().alertsOf(team));
    }

    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return records(connection.topics().deadLetters());
    }

    private <K, V> List<V> values(Topic<K, V> topic) {
        return records(topic).stream().map(ConsumerRecord::value).toList();
    }

    /** Every record from the beginning to the present end. */
    public <K, V> List<ConsumerRecord<K, V>> records(Topic<K, V> topic) {
        Map<String, Object> config = new HashMap<>(connection.client());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<ConsumerRecord<K, V>> records = new ArrayList<>();
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
