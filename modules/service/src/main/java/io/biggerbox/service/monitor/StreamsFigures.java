package io.biggerbox.service.monitor;

import io.biggerbox.topologies.figures.Figure;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** Figures of one application out of the many that Kafka Streams keeps. Thread-safe. */
final class StreamsFigures {

    private static final String THREADS = "stream-thread-metrics";
    private static final String TASKS = "stream-task-metrics";
    private static final String STORES = "stream-state-metrics";
    private static final String NODES = "stream-processor-node-metrics";

    private static final String PROCESSED = "process-total";
    private static final String DROPPED = "dropped-records-total";

    private final KafkaStreams streams;
    private final Map<String, RisingCount> counts = new HashMap<>();

    /**
     * What was found in one go.
     *
     * @param processed records that its threads have processed
     * @param deadLetters records that were given up
     * @param latencySeconds longest time from the arrival of an event to a result, of about the last minute
     * @param figures our own, by name
     * @param storeBytes bytes on disk of each store
     * @param storeEntries entries of each store, as RocksDB estimates them
     */
    record Reading(
            double processed,
            double deadLetters,
            double latencySeconds,
            Map<Figure, Double> figures,
            Map<String, Double> storeBytes,
            Map<String, Double> storeEntries) {

        /** One of our own; 0 when no task of this process keeps it. */
        double of(Figure figure) {
            return figures.getOrDefault(figure, 0.0);
        }
    }

    StreamsFigures(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Looks at all of them once: there are thousands. */
    synchronized Reading read() {
        Map<String, Double> sums = new HashMap<>();
        Map<String, Double> storeBytes = new TreeMap<>();
        Map<String, Double> storeEntries = new TreeMap<>();
        double latency = 0;
        for (Map.Entry<MetricName, ? extends Metric> entry : streams.metrics().entrySet()) {
            MetricName name = entry.getKey();
            switch (name.group()) {
                case NODES -> {
                    if (name.name().equals("record-e2e-latency-max")) {
                        latency = Math.max(latency, number(entry.getValue()));
                    }
                }
                case STORES -> {
                    String store = name.tags().getOrDefault("rocksdb-state-id", "unknown");
                    if (name.name().equals("total-sst-files-size")) {
                        storeBytes.merge(store, number(entry.getValue()), Double::sum);
                    } else if (name.name().equals("estimate-num-keys")) {
                        storeEntries.merge(store, number(entry.getValue()), Double::sum);
                    }
                }
                default -> {
                    if (isSummed(name)) {
                        sums.merge(name.name(), number(entry.getValue()), Double::sum);
                    }
                }
            }
        }
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            double sum = sums.getOrDefault(figure.metric(), 0.0);
            figures.put(figure, figure.isCount() ? count(figure.metric(), sum) : sum);
        }
        return new Reading(
                count(PROCESSED, sums.getOrDefault(PROCESSED, 0.0)),
                count(DROPPED, sums.getOrDefault(DROPPED, 0.0)),
                latency / 1000,
                figures,
                storeBytes,
                storeEntries);
    }

    private static boolean isSummed(MetricName name) {
        return switch (name.group()) {
            case THREADS -> name.name().equals(PROCESSED);
            case TASKS -> name.name().equals(DROPPED);
            default -> name.group().startsWith("biggerbox-");
        };
    }

    private double count(String name, double sum) {
        return counts.computeIfAbsent(name, key -> new RisingCount()).next(sum);
    }

    /** A figure that nothing was measured for yet is not a number. */
    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }
}
