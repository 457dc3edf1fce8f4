package io.biggerbox.service.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import io.biggerbox.topologies.errors.ErrorPolicy;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads what bytes say about whose they are: those of customers' own records, and of dead letters that hold one. */
final class Values {

    private final Topics topics;

    Values(Topics topics) {
        this.topics = topics;
    }

    /** Topics with one record for everything that customers said, kept for ever. */
    List<Topic<String, ?>> histories() {
        return List.of(topics.reviews(), topics.tickets(), topics.surveys(), topics.feedback());
    }

    /** Whose the record is by its value; null where that cannot be decoded or is no customer's. */
    @Nullable
    Whose whose(ConsumerRecord<byte[], byte[]> record) {
        String origin = record.topic();
        if (origin.equals(topics.deadLetters().name())) {
            Header header = record.headers().lastHeader(DeadLetterHeaders.TOPIC);
            origin = header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
        }
        for (Topic<String, ?> topic : histories()) {
            if (topic.name().equals(origin) && record.value() != null) {
                return Whose.of(decode(topic, record.value()));
            }
        }
        return null;
    }

    private static @Nullable Object decode(Topic<String, ?> topic, byte[] value) {
        try {
            return topic.valueSerde().deserializer().deserialize(topic.name(), value);
        } catch (RuntimeException e) {
            if (!ErrorPolicy.blamesRecord(e)) {
                throw e;
            }
            return null;
        }
    }
}
