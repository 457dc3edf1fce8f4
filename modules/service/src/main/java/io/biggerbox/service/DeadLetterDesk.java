package io.biggerbox.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Settles dead letters. Writing a record again and noting that it was done is one transaction, so that it is done once
 * however often it is asked for. Whoever opens a desk ends the work of whoever had it open before: two people at the same time
 * cannot both replay the same letter.
 */
public final class DeadLetterDesk implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "biggerbox-dead-letter-desk";
    private static final String FOUR_MEGABYTES = String.valueOf(4 << 20);

    private final Map<String, Object> clientConfig;
    private final Topic<byte[], byte[]> topic;
    private final String actor;
    private final KafkaProducer<byte[], byte[]> producer;

    private DeadLetterDesk(
            Map<String, Object> clientConfig,
            Topic<byte[], byte[]> topic,
            String actor,
            KafkaProducer<byte[], byte[]> producer) {
        this.clientConfig = clientConfig;
        this.topic = topic;
        this.actor = actor;
        this.producer = producer;
    }

    /**
     * Opens it.
     *
     * @param clientConfig bootstrap servers and security
     * @param topic the dead-letter topic
     * @param actor who settles
     */
    public static DeadLetterDesk open(Map<String, Object> clientConfig, Topic<byte[], byte[]> topic, String actor) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, FOUR_MEGABYTES);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return new DeadLetterDesk(Map.copyOf(clientConfig), topic, actor, producer);
    }

    /** All letters as they stand now, oldest first. */
    public List<DeadLetter> letters() {
        return DeadLetters.read(clientConfig, topic);
    }

    /**
     * Writes a record to its topic again, as it came or repaired. It counts as arriving now.
     *
     * <p>A record of an input topic goes to the partition of its key. One of an internal topic has been routed already
     * and goes back to where it was.
     *
     * @param letter one that is not settled and has a topic
     * @param key the key to write
     * @param value the value to write
     */
    public void replay(DeadLetter letter, byte @Nullable [] key, byte @Nullable [] value) {
        String target = letter.topic();
        if (target == null) {
            throw new IllegalArgumentException("dead letter " + letter.id() + " has no topic");
        }
        Headers headers = letter.originalHeaders();
        headers.add(DeadLetterHeaders.REPLAY_OF, text(letter.id()));
        Integer partition = isPublic(target) || letter.partition() < 0 ? null : Integer.valueOf(letter.partition());
        settle(letter, Settlement.Kind.REPLAYED, new ProducerRecord<>(target, partition, null, key, value, headers));
    }

    /** Notes that nothing needs to be done about it. */
    public void dismiss(DeadLetter letter) {
        settle(letter, Settlement.Kind.DISMISSED, null);
    }

    private void settle(DeadLetter letter, Settlement.Kind kind, @Nullable ProducerRecord<byte[], byte[]> again) {
        ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(topic.name(), null, null);
        mark.headers()
                .add(DeadLetterHeaders.SETTLES, text(letter.id()))
                .add(
                        DeadLetterHeaders.SETTLED_AS,
                        kind.name().toLowerCase(Locale.ROOT).getBytes(UTF_8))
                .add(DeadLetterHeaders.SETTLED_BY, actor.getBytes(UTF_8));
        producer.beginTransaction();
        // What becomes of each record is told by the commit, which fails when one could not be written.
        if (again != null) {
            var unused = producer.send(again);
        }
        var unused = producer.send(mark);
        producer.commitTransaction();
    }

    private static boolean isPublic(String name) {
        return name.startsWith("voc.");
    }

    private static byte[] text(long number) {
        return String.valueOf(number).getBytes(UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
