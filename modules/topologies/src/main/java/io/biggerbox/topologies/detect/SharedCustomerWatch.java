package io.biggerbox.topologies.detect;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.ledger.Contribution;
import io.biggerbox.topologies.state.ComplaintDay;
import io.biggerbox.topologies.state.CustomerSeries;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.StreamsMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who run the sources of customer ids that seem to stand for many people, such as {@code guest}: they
 * count as one customer, so what those people complain about is never raised. A warning for each id, and the metric
 * {@value #METRIC} of the group {@value SilenceWatch#GROUP}, one for each task. What it knows it has from the days on
 * which customers complained, so a task that starts anew says it again with the next complaint.
 */
final class SharedCustomerWatch {

    static final String METRIC = "shared-customer-ids";

    /** Complaints about one theme on the days that are remembered: more than one angry person makes. */
    static final int SUSPICIOUS = 50;

    /** Where even more ids are shared, one warning more helps nobody. */
    private static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SharedCustomerWatch.class);

    private final StreamsMetrics metrics;
    private final Sensor sensor;
    private final Set<String> told = new HashSet<>();

    SharedCustomerWatch(StreamsMetrics metrics, String task) {
        this.metrics = metrics;
        sensor = metrics.addSensor(METRIC + "-" + task, RecordingLevel.INFO);
        sensor.add(
                new MetricName(
                        METRIC,
                        SilenceWatch.GROUP,
                        "Customer ids with so many complaints that many people seem to share them",
                        Map.of("task-id", task)),
                new Value());
        sensor.record(0);
    }

    /** Looks at what a customer has complained of, with {@code contribution} as the last. */
    void look(CustomerSeries series, Contribution contribution, Feedback feedback) {
        long complaints = 0;
        for (ComplaintDay day : series.getDays()) {
            complaints += day.getCount();
        }
        if (complaints < SUSPICIOUS || told.size() >= MOST || !told.add(contribution.customer())) {
            return;
        }
        sensor.record(told.size());
        // The id itself is personal data unless it is what it looks like: the record says which one it is.
        LOG.warn(
                "One customer id has complained {} times about {} / {} and counts as one customer; do many people share"
                        + " it? If so, give each an id at the source. The last one is {}-{}@{}",
                complaints,
                contribution.product(),
                contribution.theme(),
                feedback.getSourceTopic(),
                feedback.getSourcePartition(),
                feedback.getSourceOffset());
    }

    void close() {
        metrics.removeSensor(sensor);
    }
}
