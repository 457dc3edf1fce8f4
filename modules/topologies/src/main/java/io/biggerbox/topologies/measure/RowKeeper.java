package io.biggerbox.topologies.measure;

import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import io.biggerbox.topologies.state.RowKind;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.state.StatsRow;
import io.biggerbox.topologies.time.WatermarkTracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The second half of measuring: keeps the rows. Every change publishes the row anew under the same key
 * with the next revision, and once event time has left the window behind, the row is published as final.
 */
final class RowKeeper implements Processor<String, RowMessage, String, SpecificRecord> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final TopologySettings settings;
    private final int sources;
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, StatsRow> rows;
    private DueRows due;
    private Lives lives;
    private WatermarkTracker tracker;
    private TaskFigure late;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    RowKeeper(TopologySettings settings, int sources) {
        this.settings = settings;
        this.sources = sources;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        rows = processorContext.getStateStore(MeasureTopology.ROWS_STORE);
        KeyValueStore<String, String> dueStore = processorContext.getStateStore(MeasureTopology.DUE_STORE);
        due = new DueRows(dueStore);
        lives = new Lives(
                processorContext.getStateStore(MeasureTopology.LIVES_STORE),
                processorContext.getStateStore(MeasureTopology.WATERMARK_STORE));
        tracker = new WatermarkTracker(
                processorContext.getStateStore(MeasureTopology.WATERMARK_STORE),
                sources,
                settings.missingAfter(),
                processorContext.currentSystemTimeMs());
        late = new TaskFigure(
                processorContext.metrics(), processorContext.taskId().toString(), Figure.LATE_ROW_CHANGES);
        processorContext.schedule(LOOK_AGAIN, PunctuationType.WALL_CLOCK_TIME, now -> {
            long before = tracker.current();
            tracker.lookAgain(now, settings.quietAfter());
            settleDue(before);
        });
    }

    @Override
    public void process(Record<String, RowMessage> record) {
        RowMessage message = record.value();
        long before = tracker.current();
        tracker.hear(
                message.getSourcePartition(),
                message.getWatermark(),
                message.getIdle(),
                message.getArrival(),
                context.currentSystemTimeMs());
        if (message.getKind() != RowKind.WATERMARK) {
            change(RowMessages.keyOf(message), message);
        }
        settleDue(before);
    }

    private void change(RowKey key, RowMessage message) {
        long finalAt = RowRecords.end(key).plus(settings.finalAfter()).toEpochMilli();
        String storeKey = key.storeKey();
        @Nullable StatsRow known = rows.get(storeKey);
        StatsRow row = known != null ? known : newRow(key);
        RowMessages.addTo(row, message);
        row.setRevision(row.getRevision() + 1);
        row.setUpdatedAt(Math.max(row.getUpdatedAt(), message.getArrival()));
        row.setIsFinal(tracker.current() >= finalAt);
        rows.put(storeKey, row);
        if (row.getIsFinal()) {
            late.record(1);
        }
        if (known == null && !row.getIsFinal()) {
            due.add(finalAt, storeKey);
        }
        publish(key, row);
    }

    private StatsRow newRow(RowKey key) {
        StatsRow row = RowMessages.emptyRow(key);
        row.setRevision(lives.firstRevision());
        return row;
    }

    private void settleDue(long before) {
        long now = tracker.current();
        if (before == now
                || (before != WatermarkTracker.NOTHING && Math.floorDiv(before, HOUR) == Math.floorDiv(now, HOUR))) {
            return;
        }
        for (String storeKey : due.take(now)) {
            StatsRow row = rows.get(storeKey);
            if (row != null && !row.getIsFinal()) {
                row.setIsFinal(true);
                row.setRevision(row.getRevision() + 1);
                rows.put(storeKey, row);
                publish(RowKey.parse(storeKey), row);
            }
        }
    }

    @Override
    public void close() {
        late.close();
    }

    private void publish(RowKey key, StatsRow row) {
        SpecificRecord value =
                switch (key.table()) {
                    case THEME -> RowRecords.theme(key, row);
                    case EXPERIENCE -> RowRecords.experience(key, row);
                };
        context.forward(new Record<>(key.text(), value, row.getUpdatedAt()));
    }

    /** Rows by the event time at which something is to be done about them. */
    private static final class DueRows {

        private static final int DIGITS = 15;

        private final KeyValueStore<String, String> store;

        DueRows(KeyValueStore<String, String> store) {
            this.store = store;
        }

        void add(long at, String storeKey) {
            store.put(digits(at) + storeKey, "");
        }

        List<String> take(long now) {
            List<String> keys = new ArrayList<>();
            try (KeyValueIterator<String, String> entries = store.range(digits(0), digits(now + 1))) {
                entries.forEachRemaining(entry -> keys.add(entry.key));
            }
            keys.forEach(store::delete);
            return keys.stream().map(key -> key.substring(DIGITS)).toList();
        }

        private static String digits(long millis) {
            String text = Long.toString(Math.max(0, millis));
            return "0".repeat(Math.max(0, DIGITS - text.length())) + text;
        }
    }
}
