package io.biggerbox.topologies.measure;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.ledger.SummingProcessor;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.RowMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The first half of measuring, per customer: changes of rows, summed up per row. Those that go to the same task travel
 * together, so that a message costs little beside what it carries.
 */
final class RowReducer extends SummingProcessor<RowMessage> {

    /** So many rows travel in one message at most. */
    private static final int MOST_ROWS = 500;

    private final int targets;
    private final Map<RowKey, RowSum> sums = new LinkedHashMap<>();
    private RowChanges changes;
    private CustomerSeriesStore series;

    @SuppressWarnings("NullAway.Init") // set by open, before any record
    RowReducer(TopologySettings settings, int targets) {
        super(settings, targets);
        this.targets = targets;
    }

    @Override
    protected void open(ProcessorContext<String, RowMessage> context) {
        KeyValueStore<String, CustomerSeries> customers = context.getStateStore(MeasureTopology.CUSTOMERS_STORE);
        series = new CustomerSeriesStore(customers);
        changes = new RowChanges(series);
    }

    @Override
    protected void forget(Feedback withdrawal) {
        series.forgetAfterLast(withdrawal);
    }

    @Override
    protected void count(Feedback feedback, long arrival) {
        changes.apply(
                feedback, arrival, row -> sums.computeIfAbsent(row, RowSum::new).by(feedback));
    }

    @Override
    protected List<Sums<RowMessage>> takeSums() {
        List<Sums<RowMessage>> messages = packed(
                sums.values(),
                targets,
                sum -> sum.key().partition(targets),
                MOST_ROWS,
                some -> RowMessages.of(some.stream().map(RowSum::delta).toList()));
        sums.clear();
        return messages;
    }

    @Override
    protected RowMessage empty() {
        return RowMessages.of(List.of());
    }

    @Override
    protected void stamp(RowMessage message, Stamp stamp) {
        message.setSourcePartition(stamp.sourcePartition());
        message.setWatermark(stamp.watermark());
        message.setIdle(stamp.idle());
        message.setArrival(stamp.arrival());
        message.setTargetPartition(stamp.target());
    }
}
