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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of detection, per product: holds back what lies ahead of the slowest source partition,
 * hands the rest to the engine in the order of event time, and publishes what it decides. It does so once before each
 * commit: nobody sees earlier what is decided earlier, and the more the engine gets at once, the less there is to do.
 *
 * <p>Source partitions are read at different speeds, above all when history is imported. Without the
 * hold, the fastest would drag a product's clock ahead, and the complaints of the others would be late.
 */
final class DetectProcessor implements Processor<String, ProductMessage, String, ProcessChangeAlert> {

    private static final Logger LOG = LoggerFactory.getLogger(DetectProcessor.class);

    /** So many cells wait for the commit at most. */
    private static final int MOST_READY = 20_000;

    /**
     * With so many the commit is due: what a thread's tasks decide in one transaction must be done long before the transaction
     * times out, or it would be done again and again.
     */
    private static final int ENOUGH_READY = 5_000;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Event time after midnight at which a day is over: what comes late has had its time. */
    private static final long DAY_IS_CLOSED_AT = Duration.ofHours(3).toMillis();

    private final TopologySettings settings;
    private final RecurrenceEngine engine;
    private final int sources;
    private final Supplier<ThemeDirectory> themes;
    private final AlertListener listener;

    private ProcessorContext<String, ProcessChangeAlert> context;
    private KeyValueStore<String, byte[]> detection;
    private HeldCells held;
    private KnownProducts products;
    private Teller teller;
    private WatermarkTracker tracker;
    private SilenceWatch silence;
    private Forgetting forgetting;
    private TaskFigure late;
    private CommitPace pace;

    /** What event time has reached, since {@link #settle}. */
    private final List<CellDelta> ready = new ArrayList<>();

    /** How far event time had come at the last {@link #settle}. */
    private long settled = WatermarkTracker.NOTHING;

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
        // what had not been settled when the task was given up will be read once more
        ready.clear();
        eventArrival = WatermarkTracker.NOTHING;
        detection = processorContext.getStateStore(DetectTopology.DETECTION_STORE);
        held = new HeldCells(processorContext.getStateStore(DetectTopology.HELD_STORE));
        products = new KnownProducts(
                processorContext.getStateStore(DetectTopology.PRODUCTS_STORE),
                product -> engine.nextLook(storeOf(product), product));
        forgetting = new Forgetting(
                processorContext.getStateStore(DetectTopology.FORGETTING_STORE),
                processorContext.getStateStore(DetectTopology.PRODUCTS_STORE),
                this::forget);
        KeyValueStore<String, SourceMark> marks = processorContext.getStateStore(DetectTopology.WATERMARK_STORE);
        tracker = new WatermarkTracker(marks, sources, settings.missingAfter(), processorContext.currentSystemTimeMs());
        settled = tracker.current();
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
            settle();
            AlertCommand command = Commands.fromMessage(message.getCommand());
            List<Alert> said =
                    engine().apply(storeOf(command.product()), command, Instant.ofEpochMilli(record.timestamp()));
            if (said.isEmpty()) {
                LOG.info(
                        "Command {} of {} about {} / {} says nothing new: it was given before, or does not fit the"
                                + " state of the alert, or there is no such alert yet",
                        command.id(),
                        command.actor(),
                        command.product(),
                        command.theme());
            }
            publish(said);
            return;
        }
        if (message.getForget() != null) {
            settle();
            held.forget(message.getForget());
            forgetting.ask(message.getForget());
            return;
        }
        hear(message);
    }

    private void hear(ProductMessage message) {
        eventArrival = Math.max(eventArrival, message.getArrival());
        tracker.hear(
                message.getSourcePartition(),
                message.getWatermark(),
                message.getIdle(),
                message.getArrival(),
                context.currentSystemTimeMs());
        for (CellDelta cell : message.getCells()) {
            if (isReady(cell)) {
                ready.add(cell);
            } else {
                held.add(cell);
            }
        }
        if (ready.size() >= MOST_READY) {
            settle();
        } else if (ready.size() >= ENOUGH_READY) {
            context.commit();
        }
    }

    /** Hands to the engine what event time has reached, and has time pass for the other products. */
    private void settle() {
        if (tracker.current() != settled) {
            ready.addAll(held.release(Math.floorDiv(tracker.current(), HOUR)));
        }
        Set<String> upToDate = deliver();
        sweep(settled, upToDate);
        settled = tracker.current();
        eventArrival = WatermarkTracker.NOTHING;
    }

    /** Takes the words of some feedback out of what is kept and shown of a product. */
    private void forget(String product, Set<String> feedbackIds) {
        for (Alert alert : engine().forget(storeOf(product), product, feedbackIds)) {
            ProcessChangeAlert record = AlertRecords.toRecord(alert, themes.get());
            record.setRaised(false);
            send(alert, record);
        }
    }

    private boolean isReady(CellDelta cell) {
        return tracker.current() != WatermarkTracker.NOTHING && cell.getHour() * HOUR <= tracker.current();
    }

    private void lookAgain(long now) {
        if (tracker.lookAgain(now, settings.quietAfter())) {
            settle();
        }
        silence.goOn();
        if (forgetting.goOn()) {
            context.commit();
        }
    }

    /** The products whose clocks are those of the task now. */
    private Set<String> deliver() {
        Map<String, List<CellDelta>> byProduct = new TreeMap<>();
        ready.forEach(cell -> byProduct
                .computeIfAbsent(cell.getProduct(), product -> new ArrayList<>())
                .add(cell));
        ready.clear();
        Set<String> upToDate = new HashSet<>();
        byProduct.forEach((product, cells) -> {
            if (products.wake(product, new SourceMark(tracker.current(), tracker.arrival()))) {
                catchUp(product);
            }
            silence.heard(product, LocalDate.ofEpochDay(Math.floorDiv(tracker.current(), DAY)));
            ProductStateStore store = storeOf(product);
            countLate(store, product, cells);
            long clock = clock(cells);
            if (clock == tracker.current()) {
                upToDate.add(product);
            }
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
        });
        return upToDate;
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
    private long clock(List<CellDelta> cells) {
        long newest = cells.stream().mapToLong(CellDelta::getHour).max().orElse(0) * HOUR;
        return tracker.current() - newest > WatermarkTracker.LIVE_WITHIN ? newest : tracker.current();
    }

    /** Moves the clocks of the products that wait for something and are not {@code upToDate}. */
    private void sweep(long before, Set<String> upToDate) {
        long now = tracker.current();
        if (before == now || now == WatermarkTracker.NOTHING) {
            return;
        }
        products.due(before, now, upToDate).forEach(product -> advance(product, now));
        if (before == WatermarkTracker.NOTHING || daysClosed(before) != daysClosed(now)) {
            silence.dayClosed(LocalDate.ofEpochDay(daysClosed(now) - 1));
            silence.goOn();
        }
    }

    /** A product that has been asleep missed the last midnight: what comes late is late by it, as if it had been awake. */
    private void catchUp(String product) {
        if (settled != WatermarkTracker.NOTHING) {
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

    private void publish(List<Alert> alerts) {
        for (Alert alert : alerts) {
            send(alert, AlertRecords.toRecord(alert, themes.get()));
        }
    }

    private void send(Alert alert, ProcessChangeAlert record) {
        if (!teller.tells(record)) {
            return;
        }
        if (eventArrival != WatermarkTracker.NOTHING) {
            listener.completed(alert.id(), record.getRevision(), eventArrival);
        }
        context.forward(new Record<>(alert.id(), record, alert.raisedAt().toEpochMilli(), CloudEvents.of(record)));
    }
}
