package io.biggerbox.cli.stack;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.intake.EventSink;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes source records to their topics, keyed by customer. Nothing is lost unnoticed: {@link #flush} and
 * {@link #close} throw the first error that any record met.
 */
public final class SourceSender implements EventSink, AutoCloseable {

    private static final int LINGER_MILLIS = 20;
    private static final int BATCH_BYTES = 128 << 10;

    private final Connection connection;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Opens a producer.
     *
     * @param connection not closed here
     */
    public SourceSender(Connection connection) {
        this.connection = connection;
        Map<String, Object> config = new HashMap<>(connection.client());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void accept(SpecificRecord event) {
        if (event instanceof Review review) {
            send(connection.topics().reviews(), review.getCustomerId(), review);
        } else if (event instanceof Ticket ticket) {
            send(connection.topics().tickets(), ticket.getCustomerId(), ticket);
        } else if (event instanceof Survey survey) {
            send(connection.topics().surveys(), survey.getCustomerId(), survey);
        } else {
            throw new IllegalArgumentException("not a source record: " + event.getClass());
        }
    }

    /** Writes one record to any topic of ours. */
    public <V> void send(Topic<String, V> topic, String key, V value) {
        write(topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    /** Removes what stands under a key of a compacted topic of ours. */
    public void remove(Topic<String, ?> topic, String key) {
        write(topic.name(), key, null);
    }

    private void write(String topic, String key, byte @Nullable [] bytes) {
        throwFailure();
        // What becomes of each record is told to the callback; flush and close pass it on.
        var unused = producer.send(new ProducerRecord<>(topic, key, bytes), (metadata, error) -> {
            if (error != null) {
                failure.compareAndSet(null, error);
            }
        });
    }

    /** Waits until everything is acknowledged. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        Exception error = failure.get();
        if (error != null) {
            throw new KafkaException("a record could not be written: " + error.getMessage(), error);
        }
    }

    @Override
    public void close() {
        producer.close();
        throwFailure();
    }
}
