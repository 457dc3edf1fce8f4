package io.biggerbox.topologies.detect;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.Alert;
import io.biggerbox.recurrence.AlertCommand;
import io.biggerbox.recurrence.ProductBatch;
import io.biggerbox.recurrence.RecurrenceEngine;
import io.biggerbox.recurrence.Silence;
import io.biggerbox.topologies.figures.TaskFigure;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.taxonomy.ThemeDirectory;
import io.biggerbox.topologies.time.WatermarkTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Has the engine decide about the products of a task, one at a time, with the taxonomy in force, and publishes what it says. */
final class Decisions {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final ProcessorContext<String, ProcessChangeAlert> context;
    private final KeyValueStore<String, byte[]> states;
    private final RecurrenceEngine engine;
    private final Supplier<ThemeDirectory> themes;
    private final WatermarkTracker tracker;
    private final Teller teller;
    private final AlertListener listener;
    private final TaskFigure late;

    /**
     * Decides for a task.
     *
     * @param context to which alerts are forwarded
     * @param states the engine's state, of all products
     * @param engine decides
     * @param themes the taxonomy in force
     * @param tracker how far event time has come for the task
     * @param teller knows what was told before
     * @param listener hears of alerts that events complete
     * @param late counts complaints that come too late to raise anything
     */
    Decisions(
            ProcessorContext<String, ProcessChangeAlert> context,
            KeyValueStore<String, byte[]> states,
            RecurrenceEngine engine,
            Supplier<ThemeDirectory> themes,
            WatermarkTracker tracker,
            Teller teller,
            AlertListener listener,
            TaskFigure late) {
        this.context = context;
        this.states = states;
        this.engine = engine;
        this.themes = themes;
        this.tracker = tracker;
        this.teller = teller;
        this.listener = listener;
        this.late = late;
    }

    /** When a product must hear of event time, or null while nothing about it waits. */
    @Nullable
    Instant nextLook(String product) {
        return engine.nextLook(stateOf(product), product);
    }

    /** The silence in which a product will be when nothing more is heard of it, or null when none would mean anything. */
    @Nullable
    Silence silence(String product) {
        return engine.silence(stateOf(product), product);
    }

    /**
     * Hands its cells to a product and moves its clock to {@code until}, or, when they are history that is imported after that of
     * other products, only as far as they go.
     *
     * @param completedBy when the event arrived that may complete an alert, or {@link WatermarkTracker#NOTHING}
     * @return true when the clock has come to {@code until}
     */
    boolean deliver(String product, List<CellDelta> cells, long until, long completedBy) {
        ProductStateStore state = stateOf(product);
        countLate(state, product, cells);
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
        publish(engine().apply(state, batch), completedBy);
        return clock == until;
    }

    /**
     * The time to which a product's clock moves: that of the whole task, unless its events are history that
     * is imported after those of other products; then their own, or the first would make the rest late.
     */
    private static long clock(List<CellDelta> cells, long until) {
        long newest = cells.stream().mapToLong(CellDelta::getHour).max().orElse(0) * HOUR;
        return until - newest > WatermarkTracker.LIVE_WITHIN ? newest : until;
    }

    /** Counts complaints that come too late to raise anything. */
    private void countLate(ProductStateStore state, String product, List<CellDelta> cells) {
        // No product's clock is ahead of the task's: what is not late by that need not be looked up.
        long mayBeLateBefore = tracker.current() - engine.lateness(product).toMillis();
        if (cells.stream().allMatch(cell -> Cells.isVolume(cell) || cell.getHour() * HOUR >= mayBeLateBefore)) {
            return;
        }
        Instant tooLateBefore = engine.tooLateBefore(state, product);
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

    /** Moves the clock of a product to {@code until}; {@code completedBy} as in {@link #deliver}. */
    void advance(String product, long until, long completedBy) {
        publish(
                engine().advance(
                                stateOf(product),
                                product,
                                Instant.ofEpochMilli(until),
                                Instant.ofEpochMilli(tracker.arrival())),
                completedBy);
    }

    /** Carries out what a team says; false when it says nothing new. */
    boolean obey(AlertCommand command, Instant arrival) {
        List<Alert> said = engine().apply(stateOf(command.product()), command, arrival);
        publish(said, WatermarkTracker.NOTHING);
        return !said.isEmpty();
    }

    /** Takes the words of some feedback out of what is kept and shown of a product. */
    void forget(String product, Set<String> feedbackIds) {
        for (Alert alert : engine().forget(stateOf(product), product, feedbackIds)) {
            ProcessChangeAlert record = AlertRecords.toRecord(alert, themes.get());
            record.setRaised(false);
            send(alert, record, WatermarkTracker.NOTHING);
        }
    }

    private void publish(List<Alert> alerts, long completedBy) {
        for (Alert alert : alerts) {
            send(alert, AlertRecords.toRecord(alert, themes.get()), completedBy);
        }
    }

    private void send(Alert alert, ProcessChangeAlert record, long completedBy) {
        if (!teller.tells(record)) {
            return;
        }
        if (completedBy != WatermarkTracker.NOTHING) {
            listener.completed(alert.id(), record.getRevision(), completedBy);
        }
        context.forward(new Record<>(alert.id(), record, alert.raisedAt().toEpochMilli(), CloudEvents.of(record)));
    }

    private ProductStateStore stateOf(String product) {
        return new ProductStateStore(states, product);
    }

    private RecurrenceEngine engine() {
        return engine.with(themes.get());
    }
}
