package io.biggerbox.service.monitor;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** Figures of one application out of the many that Kafka Streams keeps. */
final class StreamsFigures {

    private static final String THREADS = "stream-thread-metrics";
    private static final String TASKS = "stream-task-metrics";
    private static final String STORES = "stream-state-metrics";
    private static final String NODES = "stream-processor-node-metrics";

    private final KafkaStreams streams;

    StreamsFigures(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Records that its threads have processed since the start of the process. */
    double processed() {
        return all(THREADS, "process-total", Double::sum);
    }

    /** Records that were given up, as dead letters or because they came too late for a window. */
    double dropped() {
        return all(TASKS, "dropped-records-total", Double::sum);
    }

    /** Longest time from the arrival of an event to a result of this application, in seconds, since its start. */
    double longestLatencySeconds() {
        return all(NODES, "record-e2e-latency-max", Math::max) / 1000;
    }

    /** Bytes on disk of each store. */
    Map<String, Double> storeBytes() {
        return byStore("total-sst-files-size");
    }

    /** Entries of each store, as RocksDB estimates them. */
    Map<String, Double> storeEntries() {
        return byStore("estimate-num-keys");
    }

    private double all(String group, String name, DoubleBinaryOperator fold) {
        double result = 0;
        for (Map.Entry<MetricName, ? extends Metric> entry : streams.metrics().entrySet()) {
            if (is(entry.getKey(), group, name)) {
                result = fold.applyAsDouble(result, number(entry.getValue()));
            }
        }
        return result;
    }

    private Map<String, Double> byStore(String name) {
        Map<String, Double> figures = new TreeMap<>();
        for (Map.Entry<MetricName, ? extends Metric> entry : streams.metrics().entrySet()) {
            if (is(entry.getKey(), STORES, name)) {
                String store = entry.getKey().tags().getOrDefault("rocksdb-state-id", "unknown");
                figures.merge(store, number(entry.getValue()), Double::sum);
            }
        }
        return figures;
    }

    private static boolean is(MetricName metric, String group, String name) {
        return metric.name().equals(name) && metric.group().equals(group);
    }

    /** A figure that nothing was measured for yet is not a number. */
    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }
}
