package io.biggerbox.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engine: event time in ticks, constant state per theme.
 *
 * <p><b>Time.</b> A product's clock is its newest event. Every {@link DetectionSettings#tickHours()}
 * hours, {@link DetectionSettings#disorderHours()} after the hour in question, a tick looks at what lies
 * before it; the tick at midnight closes the day. Complaints wait in a buffer until their tick, so
 * neither the order of arrival within the grace nor the cut into batches changes a decision. An event
 * that is later than the grace, but within {@link DetectionSettings#latenessDays()}, joins its day at the
 * next close; an event later than that reaches the totals only.
 *
 * <p><b>State</b> per product: {@code p} and {@code v} (about 0.4 KB) and per theme {@code s/} the days (60–450 bytes),
 * {@code i/} who was hurt (0.1–3 KB, mostly quotes), {@code a/} the alert (0.1–2 KB, only where there is
 * one), {@code e/} whose words it showed last (at most 400 bytes) and {@code q/} what waits for its tick (gone after each day).
 * {@code w} says of a product which themes wait.
 *
 * <p><b>Cost</b>: an event reads and writes the buffer of its theme; a closed day looks only at themes
 * that were complained about on it or have an alert that goes on, and a product without any need not be told that time passes. The engine is immutable and safe for use by
 * several threads.
 */
public final class EventTimeRecurrenceEngine implements RecurrenceEngine {

    /** Versions of all that is kept: state of another format cannot be read. */
    public static final String STATE_FORMAT = "p" + ProductState.VERSION + " v" + ProductState.DAYS_VERSION + " s"
            + SeriesState.VERSION + " i" + Impact.VERSION + " q" + Pending.VERSION + " a" + AlertRecord.VERSION + " e"
            + ShownQuotes.VERSION + " w" + Agenda.VERSION;

    private static final Comparator<Cell> CELLS =
            Comparator.comparingLong(Cell::hour).thenComparing(Cell::theme);

    private final Setup setup;

    /**
     * An engine with these settings.
     *
     * @param settings which settings hold where
     */
    public EventTimeRecurrenceEngine(SettingsBook settings) {
        this(settings, DecisionLog.NONE);
    }

    /**
     * An engine that says how it decides.
     *
     * @param settings which settings hold where
     * @param log hears every decision; called in the thread that calls the engine
     */
    public EventTimeRecurrenceEngine(SettingsBook settings, DecisionLog log) {
        this(new Setup(settings, Themes.UNKNOWN, log));
    }

    private EventTimeRecurrenceEngine(Setup setup) {
        this.setup = setup;
    }

    @Override
    public RecurrenceEngine with(Themes themes) {
        return new EventTimeRecurrenceEngine(new Setup(setup.settings(), themes, setup.log()));
    }

    @Override
    public List<Alert> apply(StateStore store, ProductBatch batch) {
        List<Cell> cells = new ArrayList<>(batch.cells());
        cells.sort(CELLS);
        List<Volume> volumes = new ArrayList<>(batch.volumes());
        volumes.sort(Comparator.comparingLong(Volume::hour));
        long last = EventDays.hour(batch.latestEventTime());
        long first = last;
        if (!cells.isEmpty()) {
            first = Math.min(first, cells.get(0).hour());
        }
        if (!volumes.isEmpty()) {
            first = Math.min(first, volumes.get(0).hour());
        }
        ProductSession session =
                new ProductSession(store, batch.product(), setup, EventDays.clamp(first), batch.latestArrival());
        int c = 0;
        int v = 0;
        while (c < cells.size() || v < volumes.size()) {
            boolean volume = v < volumes.size()
                    && (c == cells.size()
                            || volumes.get(v).hour() <= cells.get(c).hour());
            long hour = volume ? volumes.get(v).hour() : cells.get(c).hour();
            if (hour != EventDays.clamp(hour)) {
                throw new IllegalArgumentException(
                        "hour " + hour + " of product " + batch.product() + " is no plausible event time");
            }
            if (hour > session.clock() && hour <= last) {
                session.advance(hour);
            }
            if (volume) {
                session.add(volumes.get(v++));
            } else {
                session.add(cells.get(c++));
            }
        }
        session.advance(last);
        return session.finish();
    }

    @Override
    public List<Alert> apply(StateStore store, AlertCommand command, Instant arrival) {
        boolean heard = store.get(ProductState.CLOCK) != null;
        if (!heard && !(command instanceof AlertCommand.DeclareChange)) {
            return List.of();
        }
        ProductSession session =
                new ProductSession(store, command.product(), setup, EventDays.hour(command.issuedAt()), arrival);
        session.obey(command);
        // The clock of a product starts with what customers say: its history may be imported after the command.
        return heard ? session.finish() : session.finishUnmoved();
    }

    @Override
    public List<Alert> advance(StateStore store, String product, Instant until, Instant arrival) {
        if (store.get(ProductState.CLOCK) == null) {
            return List.of();
        }
        long hour = EventDays.hour(until);
        ProductSession session = new ProductSession(store, product, setup, hour, arrival);
        session.advance(hour);
        return session.finish();
    }

    @Override
    public List<Alert> forget(StateStore store, String product, Set<String> feedbackIds) {
        ProductState state = ProductState.read(store);
        if (state == null) {
            return List.of();
        }
        ProductSession session = new ProductSession(store, product, setup, state.clock, state.arrival);
        session.forget(feedbackIds.stream().map(Quotes::shortId).collect(Collectors.toSet()));
        return session.finishUnmoved();
    }

    @Override
    public @Nullable Instant nextLook(StateStore store, String product) {
        return ProductSession.nextLook(store, product, setup);
    }

    @Override
    public Duration lateness(String product) {
        return Duration.ofDays(setup.settings().of(product).latenessDays());
    }

    @Override
    public @Nullable Instant tooLateBefore(StateStore store, String product) {
        ProductState state = ProductState.read(store);
        return state == null ? null : Instant.ofEpochSecond(state.clock * 3600).minus(lateness(product));
    }

    @Override
    public @Nullable Silence silence(StateStore store, String product) {
        ProductState state = ProductState.read(store);
        return state == null ? null : SilenceRule.after(product, state);
    }
}
