package io.biggerbox.service.erasure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Begins a new file of a partition, so that the files before it can go: brokers delete records by whole files, and the
 * one that is written to never. A file is closed when something is appended to it after its time; for a moment that time
 * is a millisecond, and what is appended is a transaction that comes to nothing.
 */
final class SegmentRoller {

    private static final String AT_ONCE = "1";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int QUESTIONS = 200;

    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param producer a transactional one, between two transactions */
    SegmentRoller(Admin admin, KafkaProducer<byte[], byte[]> producer) {
        this.admin = admin;
        this.producer = producer;
    }

    /** Takes back what a run that was killed has left behind: with files of a millisecond each, a topic would choke its broker. */
    void tidy(String name) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        if (isOwn(entry(topic)) && entry(topic).value().equals(AT_ONCE)) {
            alter(topic, toDefault());
        }
    }

    void roll(TopicPartition partition) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
        ConfigEntry before = entry(topic);
        try {
            alter(topic, to(AT_ONCE));
            await(topic, AT_ONCE);
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), null, null))
                    .get();
            producer.abortTransaction();
        } finally {
            alter(topic, isOwn(before) ? to(before.value()) : toDefault());
            await(topic, before.value());
        }
    }

    private static boolean isOwn(ConfigEntry entry) {
        return entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
    }

    private static AlterConfigOp to(String value) {
        return new AlterConfigOp(new ConfigEntry(TopicConfig.SEGMENT_MS_CONFIG, value), AlterConfigOp.OpType.SET);
    }

    private static AlterConfigOp toDefault() {
        return new AlterConfigOp(new ConfigEntry(TopicConfig.SEGMENT_MS_CONFIG, ""), AlterConfigOp.OpType.DELETE);
    }

    private void alter(ConfigResource topic, AlterConfigOp change) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = Map.of(topic, List.of(change));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private void await(ConfigResource topic, String value) throws ExecutionException, InterruptedException {
        for (int i = 0; i < QUESTIONS; i++) {
            if (entry(topic).value().equals(value)) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new KafkaException("the brokers do not take " + TopicConfig.SEGMENT_MS_CONFIG + " of " + topic.name());
    }

    private ConfigEntry entry(ConfigResource topic) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(Objects.requireNonNull(
                        admin.describeConfigs(List.of(topic)).all().get().get(topic))
                .get(TopicConfig.SEGMENT_MS_CONFIG));
    }
}
