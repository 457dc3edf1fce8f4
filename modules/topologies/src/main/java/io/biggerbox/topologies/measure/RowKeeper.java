package io.biggerbox.topologies.measure;

import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import io.biggerbox.topologies.ledger.Days;
import io.biggerbox.topologies.state.RowDelta;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.StatsRow;
import io.biggerbox.topologies.stores.BeforeCommit;
import io.biggerbox.topologies.time.CommitPace;
import io.biggerbox.topologies.time.WatermarkTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The second half of measuring: keeps the rows. What has changed between two commits is published once, under the same key
 * with the next revision, and once event time has left the window behind, the row is published as final.
 */
final class RowKeeper implements Processor<String, RowMessage, String, SpecificRecord> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** So many rows wait for the commit at most: an import may make years of them final at once. */
    private static final int MOST_CHANGED = 20_000;

    private static final String SETTLED = "settled";

    private final TopologySettings settings;
    private final int sources;

    /** Rows as they are, of which the store has what the last commit knew. */
    private final Map<RowKey, StatsRow> changed = new LinkedHashMap<>();

    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, StatsRow> rows;
    private KeyValueStore<String, SourceMark> marks;
    private Lives lives;
    private WatermarkTracker tracker;
    private CommitPace pace;
    private TaskFigure late;

    /** The day up to whose start all windows that end are final, because event time has left them behind. */
    private int reached;

    /** The same of those that were final already when the rows in the store were last looked through. */
    private int settled;

    /** To where the rows are being looked through. */
    private int target;

    /** The row to go on with; null when they are not being looked through. */
    private @Nullable String next;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    RowKeeper(TopologySettings settings, int sources) {
        this.settings = settings;
        this.sources = sources;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        // what had changed when the task was given up will change once more
        changed.clear();
        rows = processorContext.getStateStore(MeasureTopology.ROWS_STORE);
        marks = processorContext.getStateStore(MeasureTopology.WATERMARK_STORE);
        lives = new Lives(processorContext.getStateStore(MeasureTopology.LIVES_STORE), marks);
        tracker = new WatermarkTracker(marks, sources, settings.missingAfter(), processorContext.currentSystemTimeMs());
        @Nullable SourceMark mark = marks.get(SETTLED);
        settled = mark == null ? 0 : Math.toIntExact(mark.getWatermark());
        reached = settled;
        next = null;
        late = new TaskFigure(
                processorContext.metrics(), processorContext.taskId().toString(), Figure.LATE_ROW_CHANGES);
        pace = CommitPace.of(processorContext);
        BeforeCommit hook = processorContext.getStateStore(MeasureTopology.ROWS_HOOK);
        hook.run(
                processorContext,
                () -> {
                    settle();
                    publish();
                },
                marks);
        processorContext.schedule(LOOK_AGAIN, PunctuationType.WALL_CLOCK_TIME, this::lookAgain);
        moveOn();
    }

    @Override
    public void process(Record<String, RowMessage> record) {
        RowMessage message = record.value();
        pace.processed(record.timestamp());
        tracker.hear(
                message.getSourcePartition(),
                message.getWatermark(),
                message.getIdle(),
                message.getArrival(),
                context.currentSystemTimeMs());
        for (RowDelta change : message.getRows()) {
            change(RowMessages.keyOf(change), change, message.getArrival());
        }
        moveOn();
    }

    private void lookAgain(long now) {
        tracker.lookAgain(now, settings.quietAfter());
        moveOn();
    }

    /** Notes which windows event time has left behind. */
    private void moveOn() {
        if (tracker.current() != WatermarkTracker.NOTHING) {
            Instant before = Instant.ofEpochMilli(tracker.current()).minus(settings.finalAfter());
            reached = Math.max(reached, Days.of(before));
        }
        if (next != null) {
            context.commit();
        }
    }

    private void change(RowKey key, RowDelta change, long arrival) {
        StatsRow row = toChange(key);
        RowMessages.addTo(row, change);
        row.setUpdatedAt(Math.max(row.getUpdatedAt(), arrival));
        row.setIsFinal(key.endDay() <= reached);
        if (row.getIsFinal()) {
            late.record(1);
        }
    }

    /** The row with the revision under which it will be published. */
    private StatsRow toChange(RowKey key) {
        if (changed.size() >= MOST_CHANGED) {
            publish();
        }
        return changed.computeIfAbsent(key, unused -> {
            @Nullable StatsRow row = rows.get(key.storeKey());
            if (row == null) {
                row = RowMessages.emptyRow(key);
                row.setRevision(lives.firstRevision());
            }
            row.setRevision(row.getRevision() + 1);
            return row;
        });
    }

    /**
     * Makes rows final whose windows event time has left behind. There may be so many, above all after an import, that a
     * transaction would not end in its time: then the rest follows after the commit.
     */
    private void settle() {
        if (next == null) {
            target = reached;
        }
        if (target == settled) {
            return;
        }
        next = settle(next == null ? RowKey.storePrefix(settled + 1) : next, RowKey.storePrefix(target + 1));
        if (next == null) {
            settled = target;
            marks.put(SETTLED, new SourceMark((long) settled, tracker.arrival()));
        }
    }

    /** The row to go on with, or null when all up to {@code to} are final. */
    private @Nullable String settle(String from, String to) {
        try (KeyValueIterator<String, StatsRow> due = rows.range(from, to)) {
            for (int seen = 0; due.hasNext(); seen++) {
                KeyValue<String, StatsRow> entry = due.next();
                if (seen == settings.mostAtOnce()) {
                    return entry.key;
                }
                if (!entry.value.getIsFinal()) {
                    toChange(RowKey.parse(entry.key)).setIsFinal(true);
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        late.close();
    }

    /** At the latest before a commit. The store of the rows has no cache that might have been written out before. */
    private void publish() {
        changed.forEach((key, row) -> {
            row.setIsFinal(key.endDay() <= reached);
            rows.put(key.storeKey(), row);
            SpecificRecord value =
                    switch (key.table()) {
                        case THEME -> RowRecords.theme(key, row);
                        case EXPERIENCE -> RowRecords.experience(key, row);
                    };
            context.forward(new Record<>(key.text(), value, row.getUpdatedAt()));
        });
        changed.clear();
    }
}
