package io.biggerbox.service.monitor;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** When what a record tells of happened. The record's own timestamp is its arrival. */
final class EventTimes {

    private final Map<String, Function<byte[], Instant>> readers;

    /** @param topics the public topics */
    EventTimes(Topics topics) {
        readers = Map.of(
                topics.reviews().name(), reader(topics.reviews(), Review::getWrittenAt),
                topics.tickets().name(), reader(topics.tickets(), Ticket::getWrittenAt),
                topics.surveys().name(), reader(topics.surveys(), Survey::getWrittenAt),
                topics.feedback().name(), reader(topics.feedback(), Feedback::getEventTime));
    }

    private static <V> Function<byte[], Instant> reader(Topic<String, V> topic, Function<V, Instant> time) {
        return bytes -> time.apply(topic.valueSerde().deserializer().deserialize(topic.name(), bytes));
    }

    /** True when the records of a topic have event times. */
    boolean areOn(String topic) {
        return readers.containsKey(topic);
    }

    /** Event time of a record in epoch milliseconds; null when it has none, or cannot be decoded. */
    @Nullable
    Long of(ConsumerRecord<byte[], byte[]> found) {
        Function<byte[], Instant> reader = readers.get(found.topic());
        if (reader == null || found.value() == null) {
            return null;
        }
        try {
            return reader.apply(found.value()).toEpochMilli();
        } catch (SerializationException | ArithmeticException e) {
            // a dead letter, or about to be one
            return null;
        }
    }
}
