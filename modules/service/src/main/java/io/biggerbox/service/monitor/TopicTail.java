package io.biggerbox.service.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Taxonomy;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.service.monitor.StatusReport.AlertPlace;
import io.biggerbox.service.monitor.StatusReport.Counted;
import io.biggerbox.service.monitor.StatusReport.DeadLetterKind;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topics that tell what became of the stream: dead letters, alerts, taxonomy. Read from their beginning, so that
 * the figures are those of the installation and not of the process. {@link #poll} is confined to one thread; what was
 * found may be asked for by any.
 */
final class TopicTail implements AutoCloseable {

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<DeadLetterKind, Long> letters = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Map<String, AlertPlace> alerts = new ConcurrentHashMap<>();

    /** Written by the thread that polls only. */
    private volatile String taxonomy = "none";

    /**
     * @param clientConfig bootstrap servers and security
     * @param topics the public topics
     */
    TopicTail(Map<String, Object> clientConfig, Topics topics) {
        this.topics = topics;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?, ?> topic : List.of(topics.deadLetters(), topics.alerts(), topics.taxonomy())) {
            consumer.partitionsFor(topic.name())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on, for at most as long as nothing comes. */
    void poll(Duration patience) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(patience)) {
            if (found.topic().equals(topics.deadLetters().name())) {
                letter(found);
            } else if (found.topic().equals(topics.alerts().name())) {
                alert(found);
            } else if (found.value() != null) {
                Taxonomy newest = decoded(topics.taxonomy(), found.value());
                taxonomy = newest == null ? taxonomy : newest.getVersion();
            }
        }
    }

    private void letter(ConsumerRecord<byte[], byte[]> found) {
        String settles = header(found, DeadLetterHeaders.SETTLES, "");
        if (!settles.isEmpty()) {
            open.remove(settles);
            return;
        }
        String exception = header(found, DeadLetterHeaders.EXCEPTION, "unknown");
        DeadLetterKind kind = new DeadLetterKind(
                header(found, DeadLetterHeaders.TOPIC, "none"),
                header(found, DeadLetterHeaders.APPLICATION, "unknown"),
                exception.substring(exception.lastIndexOf('.') + 1));
        letters.merge(kind, 1L, Long::sum);
        open.add(String.valueOf(found.offset()));
    }

    private void alert(ConsumerRecord<byte[], byte[]> found) {
        String key = found.key() == null ? "" : new String(found.key(), UTF_8);
        ProcessChangeAlert alert = found.value() == null ? null : decoded(topics.alerts(), found.value());
        if (alert == null) {
            alerts.remove(key);
        } else {
            alerts.put(key, new AlertPlace(alert.getState().name(), alert.getTeam()));
        }
    }

    /** Null for what cannot be decoded: that is a dead letter of somebody else's already. */
    private static <V> @Nullable V decoded(Topic<String, V> topic, byte[] value) {
        try {
            return topic.valueSerde().deserializer().deserialize(topic.name(), value);
        } catch (SerializationException e) {
            return null;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name, String otherwise) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null ? otherwise : new String(header.value(), UTF_8);
    }

    /** Dead letters that are kept, by kind. */
    List<Counted<DeadLetterKind>> letters() {
        return counted(letters);
    }

    /** Those about which nothing has been done. */
    long openLetters() {
        return open.size();
    }

    /** Alerts, by where they stand. */
    List<Counted<AlertPlace>> alerts() {
        Map<AlertPlace, Long> counts = new HashMap<>();
        alerts.values().forEach(place -> counts.merge(place, 1L, Long::sum));
        return counted(counts);
    }

    /** The same order every time. */
    private static <T> List<Counted<T>> counted(Map<T, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Counted<>(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(count -> count.of().toString()))
                .toList();
    }

    /** Version of the taxonomy on its topic; {@code none} before there is one. */
    String taxonomy() {
        return taxonomy;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
