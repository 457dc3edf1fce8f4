package io.biggerbox.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.events.Review;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that nobody can process, each unlike all others, and a note of all that were sent. */
final class Pills implements AutoCloseable {

    /** Every input that has dead letters. What is said about candidates is read by discovery, which does not run here. */
    private static final List<String> INPUTS =
            List.of("voc.reviews", "voc.tickets", "voc.surveys", "voc.commands", "voc.taxonomy", "voc.corrections");

    private static final int UNKNOWN_SCHEMA = 900_000;
    private static final int GARBAGE_BYTES = 200;

    private final Connection connection;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SplittableRandom random;
    private final Map<Pill, Integer> sent = new HashMap<>();
    private int number;

    /** A pill by its topic and bytes, as a dead letter must show it. */
    record Pill(String topic, ByteBuffer key, ByteBuffer value) {

        static Pill of(String topic, byte[] key, byte[] value) {
            return new Pill(topic, ByteBuffer.wrap(key), ByteBuffer.wrap(value));
        }
    }

    Pills(Connection connection, long seed) {
        this.connection = connection;
        random = new SplittableRandom(seed);
        Map<String, Object> config = new HashMap<>(connection.client());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends some to every input, and waits until they are acknowledged. */
    void send() throws ExecutionException, InterruptedException {
        for (String topic : INPUTS) {
            for (byte[] value : bad(topic).toList()) {
                byte[] key = ("pill-" + number++).getBytes(UTF_8);
                Future<RecordMetadata> written = producer.send(new ProducerRecord<>(topic, key, value));
                written.get();
                sent.merge(Pill.of(topic, key, value), 1, Integer::sum);
            }
        }
    }

    private Stream<byte[]> bad(String topic) {
        byte[] garbage = new byte[1 + random.nextInt(GARBAGE_BYTES)];
        random.nextBytes(garbage);
        garbage[0] = 1;
        byte[] unknown = ByteBuffer.allocate(13)
                .put((byte) 0)
                .putInt(UNKNOWN_SCHEMA + number)
                .putLong(random.nextLong())
                .array();
        if (!topic.equals("voc.reviews")) {
            return Stream.of(garbage, unknown);
        }
        Review review = Rows.review("pill" + number, 0, "pill-customer", Instant.EPOCH, "Steady 0", "Bad. ", 17);
        byte[] impossible =
                connection.topics().reviews().valueSerde().serializer().serialize(topic, review);
        byte[] cut = Arrays.copyOf(impossible, impossible.length / 2);
        return Stream.of(garbage, unknown, impossible, cut);
    }

    /** All that were sent, and how often: once. */
    Map<Pill, Integer> sent() {
        return Map.copyOf(sent);
    }

    @Override
    public void close() {
        producer.close();
    }
}
