package io.biggerbox.cli.stack;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** New revisions of alerts, committed ones only. */
public final class AlertStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final @Nullable KafkaConsumer<String, ProcessChangeAlert> consumer;

    private AlertStream(@Nullable KafkaConsumer<String, ProcessChangeAlert> consumer) {
        this.consumer = consumer;
    }

    /** A stream without anything in it. */
    public static AlertStream ended() {
        return new AlertStream(null);
    }

    /** Everything that is published after this call. */
    public static AlertStream fromNowOn(Connection connection) {
        Topic<String, ProcessChangeAlert> topic = connection.topics().alerts();
        Map<String, Object> config = new HashMap<>(connection.client());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, ProcessChangeAlert> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        return new AlertStream(consumer);
    }

    /** True when more may come. */
    public boolean isOpen() {
        return consumer != null;
    }

    /** What has come; waits half a second if nothing has. */
    public List<ProcessChangeAlert> poll() {
        List<ProcessChangeAlert> alerts = new ArrayList<>();
        if (consumer != null) {
            consumer.poll(PATIENCE).forEach(record -> {
                if (record.value() != null) {
                    alerts.add(record.value());
                }
            });
        }
        return alerts;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
