package io.biggerbox.topologies.detect;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.ledger.SummingProcessor;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.time.WatermarkTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The first half of detection, per customer: complaints and volume, summed up per product. */
final class ComplaintReducer extends SummingProcessor<ProductMessage> {

    /** So many cells travel in one message at most; each has up to five quotes. */
    static final int MOST_CELLS = 100;

    private final Map<String, CellDelta> sums = new TreeMap<>();
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
        cells.apply(feedback, arrival, (product, cell) -> {
            String key = CellKeys.byProduct(product, cell);
            sums.put(key, Cells.add(sums.get(key), cell));
        });
    }

    @Override
    protected List<Sums<ProductMessage>> takeSums() {
        Map<String, List<CellDelta>> byProduct = new TreeMap<>();
        sums.forEach((key, cell) -> byProduct
                .computeIfAbsent(CellKeys.productOf(key), product -> new ArrayList<>())
                .add(cell));
        sums.clear();
        List<Sums<ProductMessage>> messages = new ArrayList<>();
        byProduct.forEach((product, cells) -> messages.addAll(messages(product, cells)));
        return messages;
    }

    /** The messages that tell a product's task of {@code cells}. */
    static List<Sums<ProductMessage>> messages(String product, List<CellDelta> cells) {
        return parts(cells, MOST_CELLS).stream()
                .map(some -> new Sums<>(product, message(product, some), -1))
                .toList();
    }

    @Override
    protected ProductMessage empty() {
        return message(null, List.of());
    }

    private static ProductMessage message(@Nullable String product, List<CellDelta> changes) {
        return ProductMessage.newBuilder()
                .setProduct(product)
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
