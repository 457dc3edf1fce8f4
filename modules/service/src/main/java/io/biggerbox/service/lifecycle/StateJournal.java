package io.biggerbox.service.lifecycle;

import io.biggerbox.events.topics.Cleanup;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.TopicSpec;
import io.biggerbox.service.TopicSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What the last start has written about the state that it works on: one record for each application, with the formats of
 * its stores, and one that names the last reset. Internal, in plain text.
 */
public final class StateJournal {

    /** The topic. */
    public static final TopicSpec SPEC = new TopicSpec(
            "biggerbox-state", "Formats of the stores, and the last reset; internal.", 1, Cleanup.COMPACT, Map.of());

    static final String LAST_RESET = "last-reset";

    private final Map<String, Object> clientConfig;
    private final Topic<String, String> topic = new Topic<>(SPEC, Serdes.String(), Serdes.String());

    /** @param clientConfig bootstrap servers and security */
    StateJournal(Map<String, Object> clientConfig) {
        this.clientConfig = Map.copyOf(clientConfig);
    }

    /** All that stands in it; the topic must exist. */
    Map<String, String> read() {
        return new TopicSnapshot<>(clientConfig, topic).read();
    }

    /** Writes records; null removes one. */
    void write(Map<String, @Nullable String> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<String, @Nullable String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (var each : records.entrySet()) {
                producer.send(new ProducerRecord<>(SPEC.name(), each.getKey(), each.getValue()))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + SPEC.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to " + SPEC.name(), e);
        }
    }
}
