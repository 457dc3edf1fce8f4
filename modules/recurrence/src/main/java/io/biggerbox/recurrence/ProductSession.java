package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One call of the engine for one product: what was read, changed and decided so far. */
final class ProductSession {

    static final String SERIES = "s/";
    static final String PENDING = "q/";
    static final String IMPACT = "i/";
    static final String ALERT = "a/";

    /** A longer silence holds no decision that differs from the ones after this many days. */
    private static final int LONGEST_SILENCE_DAYS = 40;

    private final StateStore store;
    private final String product;
    private final SettingsBook book;
    private final DecisionLog log;
    private final DetectionSettings settings;
    private final ProductState state;
    private final List<Alert> alerts = new ArrayList<>();

    /** Pending complaints changed by this call, written once at its end. */
    private final TreeMap<String, Pending> pending = new TreeMap<>();

    ProductSession(
            StateStore store, String product, SettingsBook book, DecisionLog log, long firstHour, Instant arrival) {
        this.store = store;
        this.product = product;
        this.book = book;
        this.log = log;
        settings = book.of(product);
        ProductState known = ProductState.read(store);
        // A product begins a lateness bound before its first event: older ones of the same days may follow.
        state = known != null
                ? known
                : new ProductState(
                        store, firstHour, Math.floorDiv(firstHour, 24L) * 24 - settings.latenessDays() * 24L, arrival);
        if (arrival.isAfter(state.arrival)) {
            state.arrival = arrival;
        }
    }

    long clock() {
        return state.clock;
    }

    void add(Volume volume) {
        state.add(volume.hour(), volume.feedback(), 0, settings.latenessDays());
    }

    void add(Cell cell) {
        state.add(cell.hour(), 0, cell.mentions(), settings.latenessDays());
        boolean late = state.clock - cell.hour() > settings.latenessDays() * 24L;
        AlertRecord record = AlertRecord.decode(store.get(ALERT + cell.theme()));
        Instant change = record.changeEffectiveAt();
        boolean stale = change != null && cell.experienceDay() < EventDays.of(change);
        long tick = late ? Pending.TOTALS_ONLY : Math.floorDiv(cell.hour(), (long) settings.tickHours());
        pendingOf(cell.theme()).add(new Pending.Slot(tick, stale && !late), cell);
    }

    private Pending pendingOf(String theme) {
        return pending.computeIfAbsent(theme, key -> Pending.decode(store.get(PENDING + key)));
    }

    /** Moves the clock to {@code hour} and decides on every tick that it passes. */
    void advance(long hour) {
        state.clock = Math.max(state.clock, hour);
        long step = settings.tickHours();
        long target = Math.floorDiv(state.clock - settings.disorderHours(), step) * step;
        while (state.closed < target) {
            long next = state.closed + step;
            long jump = Math.floorDiv(target - LONGEST_SILENCE_DAYS * 24L, 24L) * 24;
            if (jump > next && Math.floorMod(state.closed, 24L) == 0 && nothingBefore(target)) {
                next = jump;
            }
            state.close(next);
            if (Math.floorMod(next, 24L) == 0) {
                closeDay((int) (Math.floorDiv(next, 24L) - 1));
            } else {
                lookWithin(next);
            }
        }
    }

    private boolean nothingBefore(long hour) {
        writePending();
        boolean[] found = new boolean[1];
        long tick = Math.floorDiv(hour, (long) settings.tickHours());
        store.scan(
                PENDING,
                (key, bytes) -> found[0] |= !Pending.decode(bytes)
                        .slots
                        .headMap(new Pending.Slot(tick, false))
                        .isEmpty());
        return !found[0];
    }

    private void closeDay(int day) {
        long tick = Math.floorDiv(state.closed, (long) settings.tickHours());
        Exposure exposure = new Exposure(state.days(), day);
        TreeSet<String> due = new TreeSet<>(waiting(tick).keySet());
        store.scan(ALERT, (key, bytes) -> due.add(key.substring(ALERT.length())));
        for (String theme : due) {
            Look look = new Look(theme, day);
            look.takeIn(tick);
            look.decide(exposure, true);
            look.save();
        }
        if (log != DecisionLog.NONE) {
            sayNotLookedAt(due, exposure, day);
        }
    }

    /** A day on which a series was left alone belongs to its explanation too; nothing is saved. */
    private void sayNotLookedAt(Set<String> due, Exposure exposure, int day) {
        List<String> others = new ArrayList<>();
        store.scan(SERIES, (key, bytes) -> others.add(key.substring(SERIES.length())));
        others.removeAll(due);
        for (String theme : others) {
            if (log.listensTo(product, theme)) {
                new Look(theme, day).sayNotLookedAt(exposure);
            }
        }
    }

    private void lookWithin(long hour) {
        long tick = Math.floorDiv(hour, (long) settings.tickHours());
        int day = (int) Math.floorDiv(hour - 1, 24L);
        Exposure exposure = null;
        for (Map.Entry<String, Pending> entry : waiting(tick).entrySet()) {
            if (entry.getValue().touched(tick - 1)) {
                exposure = exposure == null ? new Exposure(state.days(), day) : exposure;
                Look look = new Look(entry.getKey(), day);
                look.takeIn(tick);
                if (look.decide(exposure, false)) {
                    look.save();
                } else {
                    // Nothing to tell: what was taken in stays pending, and nothing is written.
                    pending.remove(entry.getKey());
                }
            }
        }
    }

    /** Pending complaints of all themes that have some before {@code tick}. */
    private Map<String, Pending> waiting(long tick) {
        writePending();
        TreeMap<String, Pending> found = new TreeMap<>();
        store.scan(PENDING, (key, bytes) -> {
            Pending one = Pending.decode(bytes);
            if (!one.slots.headMap(new Pending.Slot(tick, false)).isEmpty()) {
                found.put(key.substring(PENDING.length()), one);
            }
        });
        return found;
    }

    private void writePending() {
        pending.forEach((theme, one) -> store.put(PENDING + theme, one.slots.isEmpty() ? null : one.encode()));
        pending.clear();
    }

    /** Carries out a command. */
    void obey(AlertCommand command) {
        Look look = new Look(command.theme(), (int) Math.floorDiv(state.closed - 1, 24L));
        look.obey(command);
        look.save();
    }

    /** Writes what this call changed. */
    List<Alert> finish() {
        writePending();
        state.write();
        return alerts;
    }

    /** One theme under decision. */
    private final class Look {

        private final String theme;
        private final int day;
        private final DetectionSettings own;
        private final SeriesState series;
        private final Impact impact;
        private AlertRecord record;

        Look(String theme, int day) {
            this.theme = theme;
            this.day = day;
            own = book.of(product, theme);
            series = SeriesState.decode(store.get(SERIES + theme), day);
            impact = Impact.decode(store.get(IMPACT + theme), day);
            record = AlertRecord.decode(store.get(ALERT + theme));
        }

        void takeIn(long tick) {
            Pending one = pendingOf(theme);
            one.addTo(series, tick, settings.tickHours());
            impact.moveTo(day, series.incident != null);
            one.addTo(impact, tick);
            one.removeBefore(tick);
        }

        /** True when something was raised. */
        boolean decide(Exposure exposure, boolean dayIsOver) {
            Instant at = Instant.ofEpochSecond(state.closed * 3600);
            if (dayIsOver) {
                step(new LifeCycle.Waited(), at);
            }
            Instant effective = record.changeEffectiveAt();
            boolean changed = effective != null && !effective.isAfter(at);
            int changeDay = effective == null ? Integer.MAX_VALUE : EventDays.of(effective);
            DayView view = new DayView(series, exposure, state.days().firstDay, changeDay);
            Trace trace = log.listensTo(product, theme) ? Trace.of(series) : Trace.OFF;
            Detector.Change change = changed ? new Detector.Change(changeDay, record.changeBefore()) : null;
            if (dayIsOver && record.state() == AlertState.VERIFYING && changed) {
                judge(view, changeDay, change, at);
            }
            Reason incident = series.incident;
            Signal signal = dayIsOver
                    ? Detector.closeDay(series, view, own, change, trace)
                    : Detector.within(series, view, own, change, trace);
            if (signal != null) {
                step(new LifeCycle.Raised(signal, EvidenceWriter.reach(impact.total())), at);
            } else if (incident != null && series.incident == null) {
                step(new LifeCycle.Calmed(), at);
            } else if (incident != null && dayIsOver) {
                step(new LifeCycle.GoesOn(EvidenceWriter.reach(impact.total())), at);
            }
            if (trace.on() && (dayIsOver || signal != null)) {
                log.decided(
                        DecisionWriter.looked(product, theme, at, view, own, series, record.state(), signal, trace));
            }
            return signal != null;
        }

        void sayNotLookedAt(Exposure exposure) {
            Instant at = Instant.ofEpochSecond(state.closed * 3600);
            DayView view = new DayView(series, exposure, state.days().firstDay, Integer.MAX_VALUE);
            log.decided(DecisionWriter.notLookedAt(product, theme, at, view, own, series));
        }

        private void judge(DayView view, int changeDay, Detector.@Nullable Change change, Instant at) {
            AlertState verdict = Verification.judge(view, changeDay, series.onset);
            if (verdict != null) {
                step(new LifeCycle.Judged(verdict), at);
                if (verdict == AlertState.VERIFIED && series.incident != null) {
                    Detector.calm(series, view, change, 7);
                    step(new LifeCycle.Calmed(), at);
                }
            }
        }

        void obey(AlertCommand command) {
            double before = 0;
            Instant at = Instant.ofEpochSecond(state.clock * 3600);
            at = command.issuedAt().isAfter(at) ? command.issuedAt() : at;
            if (command instanceof AlertCommand.DeclareChange) {
                DayView view =
                        new DayView(series, new Exposure(state.days(), day), state.days().firstDay, Integer.MAX_VALUE);
                before = Detector.beforeIncident(series, view, own);
            }
            if (at.equals(record.openedAt())) {
                // A raise is known by both times being equal.
                at = at.plusMillis(1);
            }
            step(new LifeCycle.Said(command, before), at);
        }

        private void step(LifeCycle.Happening happening, Instant at) {
            LifeCycle.Step step = LifeCycle.next(record, happening, at);
            record = step.record();
            if (step.speaks()) {
                alerts.add(
                        EvidenceWriter.alert(product, theme, record, series, impact.total(), day, at, state.arrival));
            }
        }

        void save() {
            store.put(SERIES + theme, series.encode());
            store.put(IMPACT + theme, impact.encode());
            store.put(ALERT + theme, record.equals(AlertRecord.NONE) ? null : record.encode());
        }
    }
}
