package io.biggerbox.devstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The compacted topic {@code _schemas}: all that the registry must not forget. One writer at a time. */
final class SchemaLog implements AutoCloseable {
    static final String TOPIC = "_schemas";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final LogCodec codec = new LogCodec();
    private final KafkaProducer<String, String> producer;

    /** Creates the topic where it is missing. */
    SchemaLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        createTopic();
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "client.id", "registry-writer",
                        "acks", "all",
                        "enable.idempotence", "true",
                        "linger.ms", "0",
                        "max.block.ms", "10000",
                        "request.timeout.ms", "5000",
                        "delivery.timeout.ms", "10000",
                        "buffer.memory", Integer.toString(4 * 1024 * 1024)),
                new StringSerializer(),
                new StringSerializer());
    }

    private void createTopic() {
        NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.of((short) 1))
                .configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "client.id", "registry-admin"))) {
            await(admin.createTopics(List.of(topic)).all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new DevStackException("the registry's topic " + TOPIC + " cannot be made: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new DevStackException("the broker at " + bootstrapServers + " does not answer the registry", e);
        }
    }

    /**
     * Returns when the entry is safe.
     *
     * @throws RegistryError (50001) if it may not be; it may be, too
     */
    void append(LogEntry entry) {
        LogCodec.Raw raw = codec.encode(entry);
        try {
            await(producer.send(new ProducerRecord<>(TOPIC, 0, raw.key(), raw.value())));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw RegistryError.store(e);
        }
    }

    /** All entries that are there now, in their order. */
    List<LogEntry> readAll() {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        List<LogEntry> entries = new ArrayList<>();
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                "client.id", "registry-reader",
                "enable.auto.commit", "false");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition, PATIENCE) < end) {
                if (System.nanoTime() > deadline) {
                    throw new DevStackException("the registry's topic " + TOPIC + " cannot be read to its end", null);
                }
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    codec.decode(record.key(), record.value()).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private static <R> R await(Future<R> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevStackException("interrupted while waiting for the broker", e);
        }
    }

    private static <R> R await(KafkaFuture<R> future) throws ExecutionException, TimeoutException {
        return await(future.toCompletionStage().toCompletableFuture());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
