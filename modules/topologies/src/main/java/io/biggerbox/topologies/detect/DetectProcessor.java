package io.biggerbox.topologies.detect;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.Alert;
import io.biggerbox.recurrence.AlertCommand;
import io.biggerbox.recurrence.ProductBatch;
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
    private KeyValueStore<String, byte[]> detection;
    private KeyValueStore<String, SourceMark> marks;
    private HeldCells held;
    private KnownProducts products;
    private Teller teller;
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
        detection = processorContext.getStateStore(DetectTopology.DETECTION_STORE);
        held = new HeldCells(processorContext.getStateStore(DetectTopology.HELD_STORE));
        products = new KnownProducts(
                processorContext.getStateStore(DetectTopology.PRODUCTS_STORE),
                product -> engine.nextLook(storeOf(product), product));
        forgetting = new Forgetting(
                processorContext.getStateStore(DetectTopology.FORGETTING_STORE),
                processorContext.getStateStore(DetectTopology.PRODUCTS_STORE),
                held::forget,
                this::forget);
        marks = processorContext.getStateStore(DetectTopology.WATERMARK_STORE);
        tracker = new WatermarkTracker(marks, sources, settings.missingAfter(), processorContext.currentSystemTimeMs());
        @Nullable SourceMark decided = marks.get(DECIDED);
        settled = decided == null ? tracker.current() : decided.getWatermark();
        teller = new Teller(processorContext.getStateStore(DetectTopology.TOLD_STORE), marks);
        BeforeCommit hook = processorContext.getStateStore(DetectTopology.DECIDE_HOOK);
        hook.run(
                processorContext,
                () -> {
                    settle();
                    held.write();
                },
                detection,
                marks);
        String task = processorContext.taskId().toString();
        silence = new SilenceWatch(
                processorContext.metrics(), task, products::all, product -> engine.silence(storeOf(product), product));
        late = new TaskFigure(processorContext.metrics(), task, Figure.LATE_COMPLAINTS);
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
        List<Alert> said = engine().apply(storeOf(product), command, at);
        if (said.isEmpty()) {
            LOG.info(
                    "Command {} of {} about {} / {} says nothing new: it was given before, or does not fit the"
                            + " state of the alert, or there is no such alert yet",
                    command.id(),
                    command.actor(),
                    product,
                    command.theme());
        }
        publish(said, WatermarkTracker.NOTHING);
    }

    private void bringUpToDate(String product, long now) {
        wake(product);
        List<CellDelta> cells = held.release(product, hourReached());
        if (!cells.isEmpty()) {
            deliver(product, cells, now);
        }
        Instant next = engine.nextLook(storeOf(product), product);
        if (next != null && next.toEpochMilli() <= now) {
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

    /** Takes the words of some feedback out of what is kept and shown of a product. */
    private void forget(String product, Set<String> feedbackIds) {
        for (Alert alert : engine().forget(storeOf(product), product, feedbackIds)) {
            ProcessChangeAlert record = AlertRecords.toRecord(alert, themes.get());
            record.setRaised(false);
            send(alert, record, WatermarkTracker.NOTHING);
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

    /** Hands its cells to a product; true when its clock has come to {@code until}. */
    private boolean deliver(String product, List<CellDelta> cells, long until) {
        silence.heard(product, LocalDate.ofEpochDay(Math.floorDiv(until, DAY)));
        ProductStateStore store = storeOf(product);
        countLate(store, product, cells);
        long clock = clock(cells, until);
        ProductBatch batch = new ProductBatch(
                product,
                cells.stream()
                        .filter(cell -> !Cells.isVolume(cell))
                        .map(Cells::toCell)
                        .toList(),
                cells.stream().filter(Cells::isVolume).map(Cells::toVolume).toList(),
                Instant.ofEpochMilli(clock),
                Instant.ofEpochMilli(tracker.arrival()));
        publish(engine().apply(store, batch));
        return clock == until;
    }

    /** Counts complaints that come too late to raise anything. */
    private void countLate(ProductStateStore store, String product, List<CellDelta> cells) {
        // No product's clock is ahead of the task's: what is not late by that need not be looked up.
        long mayBeLateBefore = tracker.current() - engine.lateness(product).toMillis();
        if (cells.stream().allMatch(cell -> Cells.isVolume(cell) || cell.getHour() * HOUR >= mayBeLateBefore)) {
            return;
        }
        Instant tooLateBefore = engine.tooLateBefore(store, product);
        if (tooLateBefore == null) {
            return;
        }
        long bound = tooLateBefore.toEpochMilli();
        long complaints = cells.stream()
                .filter(cell -> !Cells.isVolume(cell) && cell.getHour() * HOUR < bound)
                .mapToLong(cell -> Math.max(0, cell.getMentions()))
                .sum();
        if (complaints > 0) {
            late.record((double) complaints);
        }
    }

    /**
     * The time to which a product's clock moves: that of the whole task, unless its events are history that
     * is imported after those of other products; then their own, or the first would make the rest late.
     */
    private static long clock(List<CellDelta> cells, long until) {
        long newest = cells.stream().mapToLong(CellDelta::getHour).max().orElse(0) * HOUR;
        return until - newest > WatermarkTracker.LIVE_WITHIN ? newest : until;
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
        publish(engine().advance(
                        storeOf(product),
                        product,
                        Instant.ofEpochMilli(until),
                        Instant.ofEpochMilli(tracker.arrival())));
    }

    /** The first day that is not closed at an event time, in days since 1970-01-01. */
    private static long daysClosed(long eventTime) {
        return Math.floorDiv(eventTime - DAY_IS_CLOSED_AT, DAY);
    }

    private ProductStateStore storeOf(String product) {
        return new ProductStateStore(detection, product);
    }

    /** Decides with the taxonomy in force. */
    private RecurrenceEngine engine() {
        return engine.with(themes.get());
    }

    @Override
    public void close() {
        silence.close();
        late.close();
    }

    /** Publishes what was decided because of events, or of time that has passed. */
    private void publish(List<Alert> alerts) {
        publish(alerts, eventArrival);
    }

    private void publish(List<Alert> alerts, long completedBy) {
        for (Alert alert : alerts) {
            send(alert, AlertRecords.toRecord(alert, themes.get()), completedBy);
        }
    }

    /** Sends an alert unless it was sent before; {@code completedBy} is {@link WatermarkTracker#NOTHING} unless an event did it. */
    private void send(Alert alert, ProcessChangeAlert record, long completedBy) {
        if (!teller.tells(record)) {
            return;
        }
        if (completedBy != WatermarkTracker.NOTHING) {
            listener.completed(alert.id(), record.getRevision(), completedBy);
        }
        context.forward(new Record<>(alert.id(), record, alert.raisedAt().toEpochMilli(), CloudEvents.of(record)));
    }
}
