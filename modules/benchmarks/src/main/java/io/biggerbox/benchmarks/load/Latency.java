package io.biggerbox.benchmarks.load;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.topics.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/** How long it takes from an event to what comes of it, while the whole chain gets a steady number of events a second. */
final class Latency {

    /** So seldom that there is mostly nothing to read on that topic: it must not hold up the others. */
    private static final int EVENTS_TO_A_TICKET = 1_000;

    private static final double WARM_UP = 0.5;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final long MILLION = 1_000_000;

    private final LoadBroker broker;
    private final Child applications;

    /**
     * What came out.
     *
     * @param rate events a second
     * @param feedback milliseconds from the arrival of an event to its committed feedback
     * @param alerts milliseconds from the arrival of the event that completed an alert to the committed alert
     * @param early memory of the applications in MiB when half was sent
     * @param late the same at the end
     * @param most the same at most
     */
    record Result(double rate, Percentiles feedback, Percentiles alerts, double early, double late, double most) {}

    /** Some percentiles of so many values. */
    record Percentiles(int count, long p50, long p95, long p99, long most) {

        static Percentiles of(List<Long> values) {
            long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Percentiles(sorted.length, at(sorted, .5), at(sorted, .95), at(sorted, .99), at(sorted, 1));
        }

        private static long at(long[] sorted, double share) {
            return sorted.length == 0
                    ? -1
                    : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
        }

        @Override
        public String toString() {
            return count == 0
                    ? "none"
                    : String.format(
                            Locale.ROOT, "p50 %,d, p95 %,d, p99 %,d, most %,d (%,d)", p50, p95, p99, most, count);
        }
    }

    /**
     * Measures a chain that runs.
     *
     * @param applications the process of the applications; may be that of the broker
     */
    Latency(LoadBroker broker, Child applications) {
        this.broker = broker;
        this.applications = applications;
    }

    /**
     * Measures.
     *
     * @param load what is sent; nothing else stands on the input
     * @param rate events a second
     */
    Result run(ReviewLoad load, double rate) throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Long> feedback = new ArrayList<>();
        List<Long> alerts = new ArrayList<>();
        double early = 0;
        int warm = (int) (load.records() * WARM_UP);
        long[] warmAt = {Long.MAX_VALUE};
        Thread readings = watch(broker.topics().feedback(), over, record -> {
            Feedback value = record.value();
            if (ReviewLoad.numberOf(value.getFeedbackId()) >= warm) {
                // stamped with the arrival of its event
                feedback.add(System.currentTimeMillis() - record.timestamp());
            }
        });
        Thread decisions = watch(broker.topics().alerts(), over, record -> {
            ProcessChangeAlert value = record.value();
            long arrival = value.getRaisedAt().toEpochMilli();
            if (arrival >= warmAt[0]) {
                alerts.add(System.currentTimeMillis() - arrival);
            }
        });
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            long begin = System.nanoTime();
            for (int i = 0; i < load.records(); i++) {
                if (i == warm) {
                    warmAt[0] = System.currentTimeMillis();
                    early = applications.resident(false);
                }
                long due = begin + (long) (i / rate * 1e9);
                long wait = due - System.nanoTime();
                if (wait > MILLION) {
                    Thread.sleep(wait / MILLION);
                }
                var unused = producer.send(
                        i % EVENTS_TO_A_TICKET == 0 ? broker.encodeTicket(load, i) : broker.encode(load, i));
            }
            producer.flush();
        }
        Thread.sleep(REST.toMillis());
        double late = applications.resident(false);
        over.set(true);
        readings.join();
        decisions.join();
        return new Result(
                rate, Percentiles.of(feedback), Percentiles.of(alerts), early, late, applications.resident(true));
    }

    private interface Look<V> {
        void at(ConsumerRecord<String, V> record);
    }

    private <V> Thread watch(Topic<String, V> topic, AtomicBoolean over, Look<V> look) {
        Map<String, Object> config = broker.client();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread thread = new Thread(
                () -> {
                    try (consumer) {
                        while (!over.get()) {
                            consumer.poll(POLL).forEach(look::at);
                        }
                    }
                },
                "watch-" + topic.name());
        thread.start();
        return thread;
    }
}
