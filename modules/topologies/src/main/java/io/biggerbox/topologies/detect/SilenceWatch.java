package io.biggerbox.topologies.detect;

import io.biggerbox.recurrence.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who run the sources which products have fallen silent: a warning when one falls silent and a line
 * when it is heard again, and the metric {@value #METRIC} of the group {@value #GROUP}, one for each task. What it
 * knows it has from the closed days, so a task that starts anew says it again.
 */
final class SilenceWatch {

    static final String GROUP = "biggerbox-detect-metrics";
    static final String METRIC = "silent-products";

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final int NAMED = 10;

    private final StreamsMetrics metrics;
    private final Sensor sensor;
    private TreeMap<String, Silence> silent = new TreeMap<>();

    SilenceWatch(StreamsMetrics metrics, String task) {
        this.metrics = metrics;
        sensor = metrics.addSensor(METRIC + "-" + task, RecordingLevel.INFO);
        sensor.add(
                new MetricName(
                        METRIC,
                        GROUP,
                        "Products from which much longer nothing has come than usual",
                        Map.of("task-id", task)),
                new Value());
        sensor.record(0);
    }

    /** Takes what is silent now, of all products of the task. */
    void update(List<Silence> now) {
        TreeMap<String, Silence> next = new TreeMap<>();
        now.forEach(silence -> next.put(silence.product(), silence));
        List<Silence> news =
                now.stream().filter(one -> !silent.containsKey(one.product())).toList();
        if (!news.isEmpty()) {
            LOG.warn("{} product(s) have fallen silent; is a source broken? {}", news.size(), named(news));
        }
        List<String> back = new ArrayList<>(silent.keySet());
        back.removeAll(next.keySet());
        if (!back.isEmpty()) {
            LOG.info("{} product(s) are heard again: {}", back.size(), back.subList(0, Math.min(NAMED, back.size())));
        }
        silent = next;
        sensor.record(silent.size());
    }

    private static String named(List<Silence> silences) {
        String some = silences.stream()
                .limit(NAMED)
                .map(one -> one.product() + ": last heard " + one.lastHeard() + ", " + one.days()
                        + " days ago, usually at most " + (one.usualGap() + 1))
                .collect(Collectors.joining("; "));
        return silences.size() > NAMED ? some + "; …" : some;
    }

    void close() {
        metrics.removeSensor(sensor);
    }
}
