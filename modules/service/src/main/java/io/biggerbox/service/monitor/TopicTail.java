package io.biggerbox.service.monitor;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topics that tell what became of the stream, on a thread of its own: what is read is timed, and must not wait
 * for somebody to look.
 */
final class TopicTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Map<String, Object> clientConfig;
    private final Topics topics;
    private final Consumer<ProcessChangeAlert> listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Both written by the tail's thread only. */
    private volatile TopicFigures figures;

    private volatile @Nullable String problem;

    /**
     * Does not follow yet.
     *
     * @param clientConfig bootstrap servers and security
     * @param topics the public topics
     * @param listener hears of every revision of an alert, on the tail's thread
     */
    TopicTail(Map<String, Object> clientConfig, Topics topics, Consumer<ProcessChangeAlert> listener) {
        this.clientConfig = clientConfig;
        this.topics = topics;
        this.listener = listener;
        figures = new TopicFigures(topics, listener);
        thread = new Thread(this::run, "biggerbox-monitor-tail");
        thread.setDaemon(true);
    }

    /** Starts following. */
    void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                follow();
            } while (!closing.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        TopicFigures found = new TopicFigures(topics, listener);
        try (KafkaConsumer<byte[], byte[]> consumer = open(found)) {
            figures = found;
            problem = null;
            while (closing.getCount() > 0) {
                consumer.poll(PATIENCE).forEach(found::take);
            }
        } catch (KafkaException e) {
            LOG.warn("Alerts and dead letters cannot be followed; tried again in {}", BETWEEN_ATTEMPTS, e);
            problem = "alerts and dead letters cannot be followed; is the topic there, and may we read it? "
                    + e.getMessage();
        }
    }

    private KafkaConsumer<byte[], byte[]> open(TopicFigures found) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            found.followed().forEach(topic -> consumer.partitionsFor(topic.name())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer;
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    /** What was found so far. */
    TopicFigures figures() {
        return figures;
    }

    /** Why nothing more is found, and what to do; null while all is well. */
    @Nullable
    String problem() {
        return problem;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TIME_TO_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
