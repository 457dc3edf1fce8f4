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
    static final String SHOWN = "e/";

    /** A longer silence holds no decision about an alert that differs from the ones after this many days. */
    private static final int LONGEST_SILENCE_DAYS = 400;

    final StateStore store;
    final String product;
    final Setup setup;
    final Neighbours neighbours;
    final ProductState state;
    final List<Alert> alerts = new ArrayList<>();

    private final DetectionSettings settings;

    private final Agenda agenda;

    /** Pending complaints that this call has looked into; what it changed is written once at its end. */
    private final TreeMap<String, Pending> pending = new TreeMap<>();

    private @Nullable Exposure exposure;
    private long exposureAt;

    ProductSession(StateStore store, String product, Setup setup, long firstHour, Instant arrival) {
        this.store = store;
        this.product = product;
        this.setup = setup;
        neighbours = new Neighbours(store, product, setup.themes());
        settings = setup.settings().of(product);
        agenda = Agenda.read(store);
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

    /** Up to where everything is decided. */
    Instant closedAt() {
        return Instant.ofEpochSecond(state.closed * 3600);
    }

    void add(Volume volume) {
        state.add(volume.hour(), volume.feedback(), 0, settings.latenessDays());
    }

    void add(Cell cell) {
        state.add(cell.hour(), 0, cell.mentions(), settings.latenessDays());
        boolean late = state.clock - cell.hour() > settings.latenessDays() * 24L;
        byte[] record = agenda.hasAlert(cell.theme()) ? store.get(ALERT + cell.theme()) : null;
        Instant change =
                AlertRecord.hasChange(record) ? AlertRecord.decode(record).changeEffectiveAt() : null;
        boolean stale = change != null && cell.experienceDay() < EventDays.of(change);
        long hour = late ? Pending.TOTALS_ONLY : startOfTick(cell.hour());
        Pending waiting = pendingOf(cell.theme());
        waiting.add(new Pending.Slot(hour, stale && !late), cell);
        agenda.note(cell.theme(), waiting);
    }

    /** Complaints that wait for the end of their tick or day. */
    Pending pendingOf(String theme) {
        return pending.computeIfAbsent(
                theme, key -> agenda.isPending(key) ? Pending.decode(store.get(PENDING + key)) : new Pending());
    }

    /** The alert about a theme. */
    AlertRecord alertOf(String theme) {
        return agenda.hasAlert(theme) ? AlertRecord.decode(store.get(ALERT + theme)) : AlertRecord.NONE;
    }

    /** Keeps how the alert about a theme stands. */
    void keep(String theme, AlertRecord record) {
        store.put(ALERT + theme, record.equals(AlertRecord.NONE) ? null : record.encode());
        agenda.note(theme, record);
    }

    /** What lies before {@code hour} has been taken in. */
    void dropPending(String theme, long hour) {
        Pending left = pendingOf(theme);
        left.dropBefore(hour);
        agenda.note(theme, left);
    }

    /** Moves the clock to {@code hour} and decides on every tick that it passes. */
    void advance(long hour) {
        state.clock = Math.max(state.clock, hour);
        long target = settings.lookTimes().closedAt(state.clock);
        while (state.closed < target) {
            long next = Math.min(nextLook(), target);
            if (Math.floorMod(state.closed, 24L) == 0) {
                next = Math.max(next, endOfSilence(target));
            }
            state.close(next);
            if (Math.floorMod(next, 24L) == 0) {
                closeDay((int) (Math.floorDiv(next, 24L) - 1));
            } else {
                lookWithin(next);
            }
        }
    }

    private long nextLook() {
        return nextLook(setup, settings.tickHours(), agenda, state.closed);
    }

    /**
     * The event time that must have come before anything about {@code product} can be decided, or null when nothing waits.
     * Reads no more of the state than it takes.
     */
    static @Nullable Instant nextLook(StateStore store, String product, Setup setup) {
        Agenda agenda = Agenda.read(store);
        ProductState state = agenda.isEmpty() && setup.log() == DecisionLog.NONE ? null : ProductState.read(store);
        if (state == null) {
            return null;
        }
        DetectionSettings settings = setup.settings().of(product);
        long next = nextLook(setup, settings.tickHours(), agenda, state.closed);
        return next == Agenda.NEVER
                ? null
                : Instant.ofEpochSecond(settings.lookTimes().clockAt(next) * 3600);
    }

    /** The hour that must be over before anything can be decided; {@link Agenda#NEVER} when nothing waits. */
    private static long nextLook(Setup setup, int tickHours, Agenda agenda, long closed) {
        // Who listens hears of days without an occasion too.
        return setup.log() == DecisionLog.NONE
                ? agenda.nextLook(closed, tickHours)
                : (Math.floorDiv(closed, (long) tickHours) + 1) * tickHours;
    }

    /** An hour before which nothing is to be decided; a midnight, or {@link Long#MIN_VALUE} when there is none. */
    private long endOfSilence(long target) {
        boolean waits = !agenda.pendingBefore(target).isEmpty();
        return waits ? Long.MIN_VALUE : Math.floorDiv(target - LONGEST_SILENCE_DAYS * 24L, 24L) * 24;
    }

    private long startOfTick(long hour) {
        return Math.floorDiv(hour, (long) settings.tickHours()) * settings.tickHours();
    }

    private void closeDay(int day) {
        TreeSet<String> due = new TreeSet<>(agenda.pendingBefore(state.closed));
        due.addAll(agenda.alerts(Agenda.Waits.IS_FOLLOWED));
        List<String> resting = new ArrayList<>();
        for (String theme : agenda.alerts(Agenda.Waits.MAY_END)) {
            if (!due.contains(theme) && LifeCycle.hasTimeToPass(alertOf(theme), closedAt())) {
                resting.add(theme);
            }
        }
        for (String theme : due) {
            ThemeLook look = new ThemeLook(this, theme, day);
            look.takeIn(state.closed);
            look.decide(true);
            look.save();
        }
        resting.forEach(theme -> new ThemeLook(this, theme, day).passTime());
        if (setup.log() != DecisionLog.NONE) {
            sayNotLookedAt(due, day);
        }
    }

    /** A day on which a series was left alone belongs to its explanation too; nothing is saved. */
    private void sayNotLookedAt(Set<String> due, int day) {
        List<String> others = new ArrayList<>();
        store.scan(SERIES, (key, bytes) -> others.add(key.substring(SERIES.length())));
        others.removeAll(due);
        for (String theme : others) {
            if (setup.log().listensTo(product, theme)) {
                new ThemeLook(this, theme, day).sayNotLookedAt();
            }
        }
    }

    private void lookWithin(long hour) {
        long from = hour - settings.tickHours();
        int day = (int) Math.floorDiv(hour - 1, 24L);
        for (String theme : agenda.mayHold(from, hour)) {
            if (!pendingOf(theme).isTouched(from, hour)) {
                continue;
            }
            ThemeLook look = new ThemeLook(this, theme, day);
            look.takeIn(hour);
            if (look.mayBeRaised() && look.decide(false)) {
                look.save();
            }
            // Else there is nothing to tell: what was taken in goes on waiting, and nothing is written.
        }
    }

    /** How exposed the product was up to {@code day}, with all that is closed; worked out once for all themes. */
    Exposure exposure(int day) {
        Exposure known = exposure;
        if (known == null || known.today != day || exposureAt != state.closed) {
            known = new Exposure(state.days(), day, (int) Math.min(24, state.closed - 24L * day));
            exposure = known;
            exposureAt = state.closed;
        }
        return known;
    }

    /** Carries out a command. */
    void obey(AlertCommand command) {
        int day = (int) Math.floorDiv(state.closed - 1, 24L);
        new ThemeLook(this, command.theme(), day).obey(command);
    }

    /** Takes out what some feedback said, by their short ids; alerts that quoted it last are said again without it. */
    void forget(Set<String> shortIds) {
        agenda.pending().forEach(theme -> pendingOf(theme).forget(shortIds));
        Map<String, byte[]> impacts = new TreeMap<>();
        store.scan(IMPACT, impacts::put);
        impacts.forEach((key, bytes) -> {
            Impact impact = Impact.decode(bytes, 0);
            if (impact.forget(shortIds)) {
                store.put(key, impact.encode());
            }
        });
        List<String> reworded = new ArrayList<>();
        store.scan(ALERT, (key, bytes) -> {
            String theme = key.substring(ALERT.length());
            byte[] shown = store.get(SHOWN + theme);
            // Without a list it was published by an earlier version: then anybody may stand there.
            if (shown == null || ShownQuotes.hold(shown, shortIds)) {
                reworded.add(theme);
            }
        });
        int day = (int) Math.floorDiv(state.closed - 1, 24L);
        reworded.forEach(theme -> new ThemeLook(this, theme, day).reword());
    }

    /** Writes what this call changed. */
    List<Alert> finish() {
        state.write();
        return finishUnmoved();
    }

    /** The same where nothing was said and no time has passed: the clock, if the product has one, stays where it is. */
    List<Alert> finishUnmoved() {
        pending.forEach((theme, one) -> {
            if (one.isChanged()) {
                store.put(PENDING + theme, one.isEmpty() ? null : one.encode());
            }
        });
        agenda.write(store);
        return alerts;
    }
}
