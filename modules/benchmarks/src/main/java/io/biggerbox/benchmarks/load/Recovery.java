package io.biggerbox.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;

/** How long the whole chain is away when it is killed in the middle of its work, and started again beside its stores. */
final class Recovery {

    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final int EVENTS_A_SECOND = 1_000;
    private static final int AFTER = 1_000;
    private static final long TICK_MILLIS = 10;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LoadBroker broker;
    private final Throughput throughput;
    private final ReviewLoad load;
    private int next;

    /**
     * What came out.
     *
     * @param serving from the kill until all tasks were at work again
     * @param done until nothing was left to read of what had been sent before the kill and right after it, by any
     *     application
     */
    record Result(Duration serving, Duration done) {}

    /**
     * Goes on where a run of {@link Stage#CHAIN} has ended.
     *
     * @param load what that run has read; what is sent now are the reviews after its last
     */
    Recovery(LoadBroker broker, Throughput throughput, ReviewLoad load) {
        this.broker = broker;
        this.throughput = throughput;
        this.load = load;
        this.next = load.records();
    }

    /**
     * Kills once.
     *
     * @param stores of that run
     */
    Result run(int threads, Path stores) throws IOException, InterruptedException {
        long killed;
        try (Child child = throughput.start(Stage.CHAIN, threads, stores, false);
                KafkaProducer<String, byte[]> producer = broker.producer()) {
            long begin = System.nanoTime();
            for (Duration passed = Duration.ZERO; passed.compareTo(BEFORE) < 0; passed = since(begin)) {
                send(producer, (int) (EVENTS_A_SECOND * TICK_MILLIS / 1_000));
                Thread.sleep(TICK_MILLIS);
            }
            killed = System.nanoTime();
            child.kill();
            send(producer, AFTER);
            producer.flush();
        }
        try (Child again = throughput.start(Stage.CHAIN, threads, stores, false)) {
            Duration serving = since(killed);
            while (throughput.behind(Stage.CHAIN, false) > 0) {
                if (since(killed).compareTo(PATIENCE) > 0) {
                    throw new IllegalStateException("does not recover; " + again.output());
                }
                Thread.sleep(LOOK.toMillis());
            }
            return new Result(serving, since(killed));
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, int count) {
        for (int i = 0; i < count; i++) {
            var unused = producer.send(broker.encode(load, next));
            next++;
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
