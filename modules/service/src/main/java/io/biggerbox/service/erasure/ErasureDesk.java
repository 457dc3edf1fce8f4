package io.biggerbox.service.erasure;

import io.biggerbox.events.Erasure;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.topologies.erasure.CustomerDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Says to the applications that a customer is erased. */
public final class ErasureDesk implements AutoCloseable {

    private static final int LARGEST_REQUEST = 4 << 20;

    private final Map<String, Object> clientConfig;
    private final Topics topics;
    private final KafkaProducer<String, byte[]> producer;

    /**
     * Opens a producer.
     *
     * @param clientConfig bootstrap servers and security
     */
    public ErasureDesk(Map<String, Object> clientConfig, Topics topics) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.topics = topics;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Erases. What the customer said is looked for after it is said that they are erased: what arrives between the two is
     * either found or dropped.
     *
     * @param customer the customer's id
     * @param actor who erases
     * @param reason why, or null
     * @param now when
     * @return what was found
     */
    public CustomerTrace erase(String customer, String actor, @Nullable String reason, Instant now) {
        Erasure erasure = Erasure.newBuilder()
                .setCustomerDigest(CustomerDigest.of(customer))
                .setErasedAt(now)
                .setFeedbackIds(List.of())
                .setPurgedAt(null)
                .setActor(actor)
                .setReason(reason)
                .build();
        publish(erasure);
        CustomerTrace trace = CustomerTrace.find(clientConfig, topics, customer);
        erasure.setFeedbackIds(new ArrayList<>(new TreeSet<>(trace.feedbackIds())));
        publish(erasure);
        Topic<String, ?> corrections = topics.corrections();
        trace.corrections().forEach(id -> write(corrections.name(), id, null));
        return trace;
    }

    /** Notes that nothing of the customer is left on the topics that are kept for ever. */
    public void notePurged(Erasure erasure, Instant now) {
        publish(Erasure.newBuilder(erasure)
                .setFeedbackIds(List.of())
                .setPurgedAt(now)
                .build());
    }

    private void publish(Erasure erasure) {
        Topic<String, Erasure> topic = topics.erasures();
        write(
                topic.name(),
                erasure.getCustomerDigest(),
                topic.valueSerde().serializer().serialize(topic.name(), erasure));
    }

    private void write(String topic, String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the erasure could not be written to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing the erasure", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
