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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What became of the stream, as its topics tell: dead letters, alerts, taxonomy. Read from their beginning, so that the
 * figures are those of the installation and not of the process. {@link #take} is confined to one thread; what was found
 * may be asked for by any.
 */
final class TopicFigures {

    private final Topics topics;
    private final Consumer<ProcessChangeAlert> listener;
    private final Map<DeadLetterKind, Long> letters = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Map<String, AlertPlace> alerts = new ConcurrentHashMap<>();

    /** Written by the thread that takes only. */
    private volatile String taxonomy = "none";

    /**
     * @param topics the public topics
     * @param listener hears of every revision of an alert
     */
    TopicFigures(Topics topics, Consumer<ProcessChangeAlert> listener) {
        this.topics = topics;
        this.listener = listener;
    }

    /** Those that are to be followed. */
    List<Topic<?, ?>> followed() {
        return List.of(topics.deadLetters(), topics.alerts(), topics.taxonomy());
    }

    /** Takes the next record of one of them. */
    void take(ConsumerRecord<byte[], byte[]> found) {
        if (found.topic().equals(topics.deadLetters().name())) {
            letter(found);
        } else if (found.topic().equals(topics.alerts().name())) {
            alert(found);
        } else if (found.value() != null) {
            Taxonomy newest = decoded(topics.taxonomy(), found.value());
            taxonomy = newest == null ? taxonomy : newest.getVersion();
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
            listener.accept(alert);
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
}
