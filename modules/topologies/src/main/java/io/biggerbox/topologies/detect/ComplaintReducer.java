package io.biggerbox.topologies.detect;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.ledger.SummingProcessor;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.time.WatermarkTracker;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The first half of detection, per customer: complaints and volume, summed up. Those for the same task travel together. */
final class ComplaintReducer extends SummingProcessor<ProductMessage> {

    /** So many cells travel in one message at most; each has up to five quotes. */
    static final int MOST_CELLS = 100;

    private final Map<CellKey, CellDelta> sums = new LinkedHashMap<>();
    private SharedCustomerWatch shared;
    private ComplaintCells cells;
    private CustomerSeriesStore series;
    private ProcessorContext<String, ProductMessage> context;
    private final int targets;

    @SuppressWarnings("NullAway.Init") // set by open, before any record
    ComplaintReducer(TopologySettings settings, int targets) {
        super(settings, targets);
        this.targets = targets;
    }

    @Override
    protected void open(ProcessorContext<String, ProductMessage> processorContext) {
        context = processorContext;
        KeyValueStore<String, CustomerSeries> customers = context.getStateStore(DetectTopology.CUSTOMERS_STORE);
        shared = new SharedCustomerWatch(context.metrics(), context.taskId().toString());
        series = new CustomerSeriesStore(customers);
        cells = new ComplaintCells(series, shared);
    }

    /** Every product may quote it: an earlier revision may have been about another. */
    @Override
    protected void forget(Feedback withdrawal) {
        series.forgetAfterLast(withdrawal);
        for (int target = 0; target < targets; target++) {
            ProductMessage message = empty();
            message.setTargetPartition(target);
            message.setForget(withdrawal.getFeedbackId());
            context.forward(new Record<>("", message, withdrawal.getReceivedAt().toEpochMilli()));
        }
    }

    @Override
    public void close() {
        shared.close();
    }

    @Override
    protected void count(Feedback feedback, long arrival) {
        cells.apply(feedback, arrival, key -> sums.computeIfAbsent(key, Cells::empty));
    }

    @Override
    protected List<Sums<ProductMessage>> takeSums() {
        List<Sums<ProductMessage>> messages = messages(sums.values(), targets);
        sums.clear();
        return messages;
    }

    /** The messages that tell the products' tasks of {@code cells}. */
    static List<Sums<ProductMessage>> messages(Collection<CellDelta> cells, int targets) {
        // of one product there are many
        Map<String, Integer> partitions = new HashMap<>();
        return packed(
                cells,
                targets,
                cell -> partitions.computeIfAbsent(
                        cell.getProduct(), product -> ProductPartitioner.partitionOf(product, targets)),
                MOST_CELLS,
                ComplaintReducer::message);
    }

    @Override
    protected ProductMessage empty() {
        return message(List.of());
    }

    private static ProductMessage message(List<CellDelta> changes) {
        return ProductMessage.newBuilder()
                .setSourcePartition(-1)
                .setWatermark(WatermarkTracker.NOTHING)
                .setIdle(false)
                .setArrival(WatermarkTracker.NOTHING)
                .setTargetPartition(-1)
                .setCells(changes)
                .setCommand(null)
                .build();
    }

    @Override
    protected void stamp(ProductMessage message, Stamp stamp) {
        message.setSourcePartition(stamp.sourcePartition());
        message.setWatermark(stamp.watermark());
        message.setIdle(stamp.idle());
        message.setArrival(stamp.arrival());
        message.setTargetPartition(stamp.target());
    }
}
