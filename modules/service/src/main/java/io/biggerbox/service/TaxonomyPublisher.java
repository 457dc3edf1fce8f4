package io.biggerbox.service;

import io.biggerbox.events.Taxonomy;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes taxonomy versions to their topic. */
public final class TaxonomyPublisher {

    private static final long SECONDS_TO_ANSWER = 60;

    /** A compiled taxonomy carries its learned model. */
    private static final int LARGEST_REQUEST = 4 << 20;

    private final Topic<String, Taxonomy> topic;
    private final Map<String, Object> clientConfig;

    /**
     * A publisher that publishes with {@link #publishIfNew}.
     *
     * @param clientConfig bootstrap servers and security
     * @param topic the taxonomy topic
     */
    public TaxonomyPublisher(Map<String, Object> clientConfig, Topic<String, Taxonomy> topic) {
        this.topic = topic;
        this.clientConfig = Map.copyOf(clientConfig);
    }

    /**
     * Publishes {@code taxonomy} unless the newest one on the topic has the same version.
     *
     * @return true when it was published
     * @throws KafkaException if the brokers do not take it
     */
    public boolean publishIfNew(Taxonomy taxonomy) {
        Map<String, Taxonomy> published = new TopicSnapshot<>(clientConfig, topic).read();
        Taxonomy newest = published.get(TaxonomyRecords.KEY);
        if (newest != null && newest.getVersion().equals(taxonomy.getVersion())) {
            return false;
        }
        publish(taxonomy);
        return true;
    }

    private void publish(Taxonomy taxonomy) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        try (KafkaProducer<String, Taxonomy> producer = new KafkaProducer<>(
                config, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), TaxonomyRecords.KEY, taxonomy))
                    .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the taxonomy could not be published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while publishing the taxonomy", e);
        }
    }
}
