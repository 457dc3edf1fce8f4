package io.biggerbox.topologies.detect;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.time.SourceProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The first half of detection, per customer: counts each customer once, sums up per product, and sends
 * the sums on to the task that knows the product. However busy a product is, each reading task sends one
 * message per product and linger, so one huge product makes no hot partition.
 */
final class ComplaintReducer implements Processor<String, Feedback, String, ProductMessage> {

    private final TopologySettings settings;
    private final int targets;
    private ProcessorContext<String, ProductMessage> context;
    private KeyValueStore<String, CellDelta> pending;
    private ComplaintCells cells;
    private SourceProgress progress;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    ComplaintReducer(TopologySettings settings, int targets) {
        this.settings = settings;
        this.targets = targets;
    }

    @Override
    public void init(ProcessorContext<String, ProductMessage> processorContext) {
        context = processorContext;
        pending = processorContext.getStateStore(DetectTopology.PENDING_STORE);
        KeyValueStore<String, CustomerSeries> customers =
                processorContext.getStateStore(DetectTopology.CUSTOMERS_STORE);
        cells = new ComplaintCells(new CustomerSeriesStore(customers));
        progress = new SourceProgress(settings.linger(), settings.idleAfter(), processorContext.currentSystemTimeMs());
        processorContext.schedule(settings.flushInterval(), PunctuationType.WALL_CLOCK_TIME, now -> {
            progress.pause(now);
            flush();
        });
    }

    @Override
    public void process(Record<String, Feedback> record) {
        Feedback feedback = record.value();
        if (feedback == null) {
            throw new InvalidRecordException("value", "is missing", "only classify writes to this topic");
        }
        if (progress.dueBefore(record.timestamp())) {
            flush();
        }
        cells.apply(feedback, record.timestamp(), (product, cell) -> {
            String key = CellKeys.byProduct(product, cell);
            pending.put(key, Cells.add(pending.get(key), cell));
        });
        progress.record(
                feedback.getSourceTopic(),
                feedback.getEventTime().toEpochMilli(),
                record.timestamp(),
                context.currentSystemTimeMs());
        if (settings.linger().isZero()) {
            flush();
        }
    }

    private void flush() {
        Map<String, List<CellDelta>> byProduct = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, CellDelta> all = pending.all()) {
            while (all.hasNext()) {
                KeyValue<String, CellDelta> entry = all.next();
                keys.add(entry.key);
                byProduct
                        .computeIfAbsent(CellKeys.productOf(entry.key), product -> new ArrayList<>())
                        .add(entry.value);
            }
        }
        keys.forEach(pending::delete);
        byProduct.forEach((product, sums) -> send(product, message(product, -1, sums)));
        boolean told = targets == 1 && !byProduct.isEmpty();
        if (progress.takeNews() && !told) {
            for (int target = 0; target < targets; target++) {
                send("", message(null, target, List.of()));
            }
        }
    }

    private ProductMessage message(@Nullable String product, int target, List<CellDelta> sums) {
        return ProductMessage.newBuilder()
                .setProduct(product)
                .setSourcePartition(context.taskId().partition())
                .setWatermark(progress.watermark())
                .setIdle(progress.idle())
                .setArrival(progress.arrival())
                .setTargetPartition(target)
                .setCells(sums)
                .setCommand(null)
                .build();
    }

    private void send(String key, ProductMessage message) {
        context.forward(new Record<>(key, message, Math.max(0, progress.arrival())));
    }
}
