package io.biggerbox.topologies.discover;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * How much pain the taxonomy has no name for: the metrics {@value #SHARE} (of the painful sentences of the last minute,
 * NaN when there were none), {@value #TOTAL} and {@value #UNNAMED} (since the start) of the group {@value #GROUP}, for
 * each task.
 */
final class UnnamedPainWatch {

    static final String GROUP = "biggerbox-discover-metrics";
    static final String SHARE = "unlabelled-pain-share";
    static final String TOTAL = "pain-sentences-total";
    static final String UNNAMED = "unlabelled-pain-sentences-total";

    private final StreamsMetrics metrics;
    private final Sensor share;
    private final Sensor total;

    UnnamedPainWatch(StreamsMetrics metrics, String task) {
        this.metrics = metrics;
        Map<String, String> tags = Map.of("task-id", task);
        share = metrics.addSensor(SHARE + "-" + task, RecordingLevel.INFO);
        share.add(new MetricName(SHARE, GROUP, "Share of painful sentences that no theme claims", tags), new Avg());
        share.add(new MetricName(UNNAMED, GROUP, "Painful sentences that no theme claims", tags), new CumulativeSum());
        total = metrics.addSensor(TOTAL + "-" + task, RecordingLevel.INFO);
        total.add(new MetricName(TOTAL, GROUP, "Painful sentences", tags), new CumulativeSum());
    }

    void count(Pain pain) {
        for (int i = 0; i < pain.sentences(); i++) {
            share.record(i < pain.unnamed().size() ? 1 : 0);
            total.record(1);
        }
    }

    void close() {
        metrics.removeSensor(share);
        metrics.removeSensor(total);
    }
}
