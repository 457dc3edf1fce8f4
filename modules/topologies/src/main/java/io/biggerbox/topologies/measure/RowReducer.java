package io.biggerbox.topologies.measure;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.time.SourceProgress;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The first half of measuring, per customer: counts each customer once a day and week, sums up per row,
 * and sends the sums on to the task that keeps the row.
 */
final class RowReducer implements Processor<String, Feedback, String, RowMessage> {

    private final TopologySettings settings;
    private final int targets;
    private ProcessorContext<String, RowMessage> context;
    private KeyValueStore<String, RowMessage> pending;
    private RowChanges changes;
    private SourceProgress progress;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    RowReducer(TopologySettings settings, int targets) {
        this.settings = settings;
        this.targets = targets;
    }

    @Override
    public void init(ProcessorContext<String, RowMessage> processorContext) {
        context = processorContext;
        pending = processorContext.getStateStore(MeasureTopology.PENDING_STORE);
        KeyValueStore<String, CustomerSeries> customers =
                processorContext.getStateStore(MeasureTopology.CUSTOMERS_STORE);
        changes = new RowChanges(new CustomerSeriesStore(customers));
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
        for (RowChange change : changes.of(feedback, record.timestamp())) {
            String key = change.key().storeKey();
            pending.put(key, RowMessages.add(pending.get(key), change, feedback));
        }
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
        List<KeyValue<String, RowMessage>> due = new ArrayList<>();
        try (KeyValueIterator<String, RowMessage> all = pending.all()) {
            all.forEachRemaining(due::add);
        }
        for (KeyValue<String, RowMessage> row : due) {
            pending.delete(row.key);
            send(row.key, row.value, -1);
        }
        boolean told = targets == 1 && !due.isEmpty();
        if (progress.takeNews() && !told) {
            for (int target = 0; target < targets; target++) {
                send("", RowMessages.watermark(), target);
            }
        }
    }

    private void send(String key, RowMessage message, int target) {
        message.setSourcePartition(context.taskId().partition());
        message.setWatermark(progress.watermark());
        message.setIdle(progress.idle());
        message.setArrival(progress.arrival());
        message.setTargetPartition(target);
        context.forward(new Record<>(key, message, Math.max(0, progress.arrival())));
    }
}
