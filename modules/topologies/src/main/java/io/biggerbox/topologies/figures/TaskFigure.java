package io.biggerbox.topologies.figures;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;

/** One figure of one task, as a metric of Kafka Streams with the tag {@code task-id}. Gone when it is closed. */
public final class TaskFigure implements AutoCloseable {

    private final StreamsMetrics metrics;
    private final Sensor sensor;

    /**
     * Registers it, at 0.
     *
     * @param metrics of the task
     * @param task its id
     * @param figure which one
     */
    public TaskFigure(StreamsMetrics metrics, String task, Figure figure) {
        this.metrics = metrics;
        sensor = metrics.addSensor(figure.metric() + "-" + task, RecordingLevel.INFO);
        sensor.add(
                new MetricName(figure.metric(), figure.group(), figure.description(), Map.of("task-id", task)),
                figure.isCount() ? new CumulativeSum() : new Value());
        sensor.record(0);
    }

    /** Adds to a count, or says what is so now. */
    public void record(double value) {
        sensor.record(value);
    }

    @Override
    public void close() {
        metrics.removeSensor(sensor);
    }
}
