package io.biggerbox.topologies.detect;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.AlertCommand;
import io.biggerbox.recurrence.RecurrenceEngine;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.stores.BeforeCommit;
import io.biggerbox.topologies.taxonomy.ThemeDirectory;
import io.biggerbox.topologies.time.CommitPace;
import io.biggerbox.topologies.time.WatermarkTracker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of detection, per product: holds back what lies ahead of the slowest source partition,
 * hands the rest to the engine in the order of event time, and publishes what it decides. It does so once before each
 * commit: nobody sees earlier what is decided earlier, and the more the engine gets at once, the less there is to do.
 * There is a bound on it, because what is decided in a transaction must be done long before the transaction times out, or it
 * would be done again and again. What is left waits for the next commit: its event time has not come yet, as it were.
 *
 * <p>Source partitions are read at different speeds, above all when history is imported. Without the
 * hold, the fastest would drag a product's clock ahead, and the complaints of the others would be late.
 */
final class DetectProcessor implements Processor<String, ProductMessage, String, ProcessChangeAlert> {

    private static final Logger LOG = LoggerFactory.getLogger(DetectProcessor.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Event time after midnight at which a day is over: what comes late has had its time. */
    private static final long DAY_IS_CLOSED_AT = Duration.ofHours(3).toMillis();

    /** Key under which {@link #settled} is kept. */
    private static final String DECIDED = "decided";

    private final TopologySettings settings;
    private final RecurrenceEngine engine;
    private final int sources;
    private final Supplier<ThemeDirectory> themes;
    private final AlertListener listener;

    private ProcessorContext<String, ProcessChangeAlert> context;
    private KeyValueStore<String, SourceMark> marks;
    private HeldCells held;
    private KnownProducts products;
    private Decisions decisions;
    private WatermarkTracker tracker;
    private SilenceWatch silence;
    private Forgetting forgetting;
    private TaskFigure late;
    private CommitPace pace;

    /** What has arrived since {@link #settle} and can be decided. */
    private Workload heard;

    /** Event time to which everything is decided, with what was known then. No further on than that of the sources. */
    private long settled = WatermarkTracker.NOTHING;

    /** Whether {@link #settle} has left no cell that event time has reached. */
    private boolean isAllReleased;

    /** When the last event arrived of those heard of since {@link #settle}; {@link WatermarkTracker#NOTHING} without any. */
    private long eventArrival = WatermarkTracker.NOTHING;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    DetectProcessor(
            TopologySettings settings,
            RecurrenceEngine engine,
            int sources,
            Supplier<ThemeDirectory> themes,
            AlertListener listener) {
        this.settings = settings;
        this.engine = engine;
        this.sources = sources;
        this.themes = themes;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, ProcessChangeAlert> processorContext) {
        context = processorContext;
        // what had not been settled when the task was given up will be read once more, or is in the store
        heard = new Workload(settings.mostAtOnce());
        isAllReleased = false;
        eventArrival = WatermarkTracker.NOTHING;
        String task = processorContext.taskId().toString();
        KeyValueStore<String, byte[]> states = processorContext.getStateStore(DetectTopology.DETECTION_STORE);
        marks = processorContext.getStateStore(DetectTopology.WATERMARK_STORE);
        tracker = new WatermarkTracker(marks, sources, settings.missingAfter(), processorContext.currentSystemTimeMs());
        @Nullable SourceMark decided = marks.get(DECIDED);
        settled = decided == null ? tracker.current() : decided.getWatermark();
        late = new TaskFigure(processorContext.metrics(), task, Figure.LATE_COMPLAINTS);
        decisions = new Decisions(
                processorContext,
                states,
                engine,
                themes,
                tracker,
                new Teller(processorContext.getStateStore(DetectTopology.TOLD_STORE), marks),
                listener,
                late);
        held = new HeldCells(processorContext.getStateStore(DetectTopology.HELD_STORE));
        products =
                new KnownProducts(processorContext.getStateStore(DetectTopology.PRODUCTS_STORE), decisions::nextLook);
        forgetting = new Forgetting(
                processorContext.getStateStore(DetectTopology.FORGETTING_STORE),
                processorContext.getStateStore(DetectTopology.PRODUCTS_STORE),
                held::forget,
                decisions::forget);
        silence = new SilenceWatch(processorContext.metrics(), task, products::all, decisions::silence);
        BeforeCommit hook = processorContext.getStateStore(DetectTopology.DECIDE_HOOK);
        hook.run(
                processorContext,
                () -> {
                    settle();
                    held.write();
                },
                states,
                marks);
        pace = CommitPace.of(processorContext);
        processorContext.schedule(LOOK_AGAIN, PunctuationType.WALL_CLOCK_TIME, this::lookAgain);
    }

    @Override
    public void process(Record<String, ProductMessage> record) {
        ProductMessage message = record.value();
        pace.processed(record.timestamp());
        if (message.getCommand() != null) {
            obey(Commands.fromMessage(message.getCommand()), Instant.ofEpochMilli(record.timestamp()));
        } else if (message.getForget() != null) {
            forgetting.ask(message.getForget());
        } else {
            hear(message);
        }
    }

    /** What was heard of the product before is decided on first: a team speaks of what it knows. */
    private void obey(AlertCommand command, Instant at) {
        String product = command.product();
        if (products.knows(product)) {
            bringUpToDate(product, tracker.current());
        }
        if (!decisions.obey(command, at)) {
            LOG.info(
                    "Command {} of {} about {} / {} says nothing new: it was given before, or does not fit the"
                            + " state of the alert, or there is no such alert yet",
                    command.id(),
                    command.actor(),
                    product,
                    command.theme());
        }
    }

    /** Unless its history is being imported: then its clock stays with that. */
    private void bringUpToDate(String product, long now) {
        wake(product);
        List<CellDelta> cells = held.release(product, hourReached());
        boolean isLive = cells.isEmpty() || deliver(product, cells, now);
        Instant next = decisions.nextLook(product);
        if (isLive && next != null && next.toEpochMilli() <= now) {
            advance(product, now);
        }
    }

    private void hear(ProductMessage message) {
        // while some wait, what is decided may be about the first of them
        if (isAllReleased || eventArrival == WatermarkTracker.NOTHING) {
            eventArrival = Math.max(eventArrival, message.getArrival());
        }
        tracker.hear(
                message.getSourcePartition(),
                message.getWatermark(),
                message.getIdle(),
                message.getArrival(),
                context.currentSystemTimeMs());
        for (CellDelta cell : message.getCells()) {
            held.add(cell);
            if (cell.getHour() <= hourReached()) {
                heard.cell(cell.getProduct());
            }
        }
        if (isBehind() || heard.isFull()) {
            context.commit();
        }
    }

    /** Whether {@link #settle} has left something, so that it is to be called soon. */
    private boolean isBehind() {
        return tracker.current() != WatermarkTracker.NOTHING && (!isAllReleased || products.isUnderWay());
    }

    /** The hour of event time that the sources have reached. */
    private long hourReached() {
        return Math.floorDiv(tracker.current(), HOUR);
    }

    /** Hands to the engine what event time has reached, or the earliest of it, and has time pass for the other products. */
    private void settle() {
        if (tracker.current() == WatermarkTracker.NOTHING) {
            return;
        }
        List<CellDelta> cells = held.release(hourReached(), new Workload(settings.mostAtOnce()));
        @Nullable Long waiting = held.firstHour();
        long until = tracker.current();
        isAllReleased = waiting == null || waiting > hourReached();
        if (waiting != null && !isAllReleased) {
            until = Math.max(settled, waiting * HOUR);
        }
        Set<String> upToDate = deliver(cells, until);
        sweep(until, upToDate);
        if (until != settled) {
            settled = until;
            marks.put(DECIDED, new SourceMark(until, tracker.arrival()));
        }
        heard = new Workload(settings.mostAtOnce());
        if (isAllReleased) {
            eventArrival = WatermarkTracker.NOTHING;
        }
    }

    private void lookAgain(long now) {
        tracker.lookAgain(now, settings.quietAfter());
        silence.goOn();
        if (forgetting.goOn() || isBehind()) {
            context.commit();
        }
    }

    /** The products whose clocks have come to {@code until}. */
    private Set<String> deliver(List<CellDelta> cells, long until) {
        Map<String, List<CellDelta>> byProduct = new TreeMap<>();
        cells.forEach(cell -> byProduct
                .computeIfAbsent(cell.getProduct(), product -> new ArrayList<>())
                .add(cell));
        Set<String> upToDate = new HashSet<>();
        byProduct.forEach((product, some) -> {
            wake(product);
            if (deliver(product, some, until)) {
                upToDate.add(product);
            }
        });
        return upToDate;
    }

    private boolean deliver(String product, List<CellDelta> cells, long until) {
        silence.heard(product, LocalDate.ofEpochDay(Math.floorDiv(until, DAY)));
        return decisions.deliver(product, cells, until, eventArrival);
    }

    /** Moves the clocks of products that wait for something and are not {@code upToDate}. */
    private void sweep(long until, Set<String> upToDate) {
        products.due(until, settings.mostAtOnce(), upToDate).forEach(product -> advance(product, until));
        if (settled == WatermarkTracker.NOTHING || daysClosed(settled) != daysClosed(until)) {
            silence.dayClosed(LocalDate.ofEpochDay(daysClosed(until) - 1));
            silence.goOn();
        }
    }

    /** A product that has been asleep missed the last midnight: what comes late is late by it, as if it had been awake. */
    private void wake(String product) {
        boolean hasSlept = products.wake(product, new SourceMark(tracker.current(), tracker.arrival()));
        if (hasSlept && settled != WatermarkTracker.NOTHING) {
            advance(product, daysClosed(settled) * DAY + DAY_IS_CLOSED_AT);
        }
    }

    private void advance(String product, long until) {
        decisions.advance(product, until, eventArrival);
    }

    /** The first day that is not closed at an event time, in days since 1970-01-01. */
    private static long daysClosed(long eventTime) {
        return Math.floorDiv(eventTime - DAY_IS_CLOSED_AT, DAY);
    }

    @Override
    public void close() {
        silence.close();
        late.close();
    }
}
