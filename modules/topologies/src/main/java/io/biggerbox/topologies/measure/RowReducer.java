package io.biggerbox.topologies.measure;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.ledger.SummingProcessor;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.RowMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The first half of measuring, per customer: changes of rows, summed up per row. */
final class RowReducer extends SummingProcessor<RowMessage> {

    private KeyValueStore<String, RowMessage> pending;
    private RowChanges changes;
    private CustomerSeriesStore series;

    @SuppressWarnings("NullAway.Init") // set by open, before any record
    RowReducer(TopologySettings settings, int targets) {
        super(settings, targets);
    }

    @Override
    protected void open(ProcessorContext<String, RowMessage> context) {
        pending = context.getStateStore(MeasureTopology.PENDING_STORE);
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
        for (RowChange change : changes.of(feedback, arrival)) {
            String key = change.key().storeKey();
            pending.put(key, RowMessages.add(pending.get(key), change, feedback));
        }
    }

    @Override
    protected List<KeyValue<String, RowMessage>> takeSums() {
        List<KeyValue<String, RowMessage>> sums = new ArrayList<>();
        try (KeyValueIterator<String, RowMessage> all = pending.all()) {
            all.forEachRemaining(sums::add);
        }
        sums.forEach(sum -> pending.delete(sum.key));
        return sums;
    }

    @Override
    protected RowMessage empty() {
        return RowMessages.watermark();
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
