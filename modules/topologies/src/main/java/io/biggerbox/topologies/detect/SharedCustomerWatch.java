package io.biggerbox.topologies.detect;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import io.biggerbox.topologies.ledger.Contribution;
import io.biggerbox.topologies.state.ComplaintDay;
import io.biggerbox.topologies.state.CustomerSeries;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.StreamsMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who run the sources of customer ids that seem to stand for many people, such as {@code guest}: they
 * count as one customer, so what those people complain about is never raised. A warning for each id, and
 * {@link Figure#SHARED_CUSTOMER_IDS}. What it knows it has from the days on which customers complained, so a task that
 * starts anew says it again with the next complaint.
 */
final class SharedCustomerWatch {

    /** Complaints about one theme on the days that are remembered: more than one angry person makes. */
    static final int SUSPICIOUS = 50;

    /** Where even more ids are shared, one warning more helps nobody. */
    private static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SharedCustomerWatch.class);

    private final TaskFigure figure;
    private final Set<String> told = new HashSet<>();

    SharedCustomerWatch(StreamsMetrics metrics, String task) {
        figure = new TaskFigure(metrics, task, Figure.SHARED_CUSTOMER_IDS);
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
        figure.record(told.size());
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
        figure.close();
    }
}
