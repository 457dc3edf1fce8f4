package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One call of the engine for one product: what was read, changed and decided so far. */
final class ProductSession {

    static final String SERIES = "s/";
    static final String PENDING = "q/";
    static final String IMPACT = "i/";
    static final String ALERT = "a/";
    static final String SHOWN = "e/";

    /** A longer silence holds no decision that differs from the ones after this many days. */
    private static final int LONGEST_SILENCE_DAYS = 40;

    /** The same where there are alerts, which wait for dates: the end of a silence, the last day of a verdict. */
    private static final int LONGEST_SILENCE_WITH_ALERTS = 400;

    final StateStore store;
    final String product;
    final Setup setup;
    final Neighbours neighbours;
    final ProductState state;
    final List<Alert> alerts = new ArrayList<>();

    private final DetectionSettings settings;

    /** Pending complaints changed by this call, written once at its end. */
    private final TreeMap<String, Pending> pending = new TreeMap<>();

    private @Nullable Exposure exposure;
    private long exposureAt;

    ProductSession(StateStore store, String product, Setup setup, long firstHour, Instant arrival) {
        this.store = store;
        this.product = product;
        this.setup = setup;
        neighbours = new Neighbours(store, product, setup.themes());
        settings = setup.settings().of(product);
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

    int tickHours() {
        return settings.tickHours();
    }

    void add(Volume volume) {
        state.add(volume.hour(), volume.feedback(), 0, settings.latenessDays());
    }

    void add(Cell cell) {
        state.add(cell.hour(), 0, cell.mentions(), settings.latenessDays());
        boolean late = state.clock - cell.hour() > settings.latenessDays() * 24L;
        byte[] record = store.get(ALERT + cell.theme());
        Instant change =
                AlertRecord.hasChange(record) ? AlertRecord.decode(record).changeEffectiveAt() : null;
        boolean stale = change != null && cell.experienceDay() < EventDays.of(change);
        long tick = late ? Pending.TOTALS_ONLY : Math.floorDiv(cell.hour(), (long) settings.tickHours());
        pendingOf(cell.theme()).add(new Pending.Slot(tick, stale && !late), cell);
    }

    Pending pendingOf(String theme) {
        return pending.computeIfAbsent(theme, key -> Pending.decode(store.get(PENDING + key)));
    }

    /** Moves the clock to {@code hour} and decides on every tick that it passes. */
    void advance(long hour) {
        state.clock = Math.max(state.clock, hour);
        long step = settings.tickHours();
        long target = settings.lookTimes().closedAt(state.clock);
        while (state.closed < target) {
            long next = state.closed + step;
            if (Math.floorMod(state.closed, 24L) == 0) {
                next = Math.max(next, endOfSilence(target, next));
            }
            state.close(next);
            if (Math.floorMod(next, 24L) == 0) {
                closeDay((int) (Math.floorDiv(next, 24L) - 1));
            } else {
                lookWithin(next);
            }
        }
    }

    /** An hour before which nothing is to be decided; a midnight, or {@link Long#MIN_VALUE} when there is none. */
    private long endOfSilence(long target, long next) {
        long jump = Math.floorDiv(target - LONGEST_SILENCE_DAYS * 24L, 24L) * 24;
        if (jump <= next || !nothingBefore(target)) {
            return Long.MIN_VALUE;
        }
        boolean[] alerts = new boolean[1];
        store.scan(ALERT, (key, bytes) -> alerts[0] = true);
        return alerts[0] ? Math.floorDiv(target - LONGEST_SILENCE_WITH_ALERTS * 24L, 24L) * 24 : jump;
    }

    private boolean nothingBefore(long hour) {
        writePending();
        boolean[] found = new boolean[1];
        long tick = Math.floorDiv(hour, (long) settings.tickHours());
        store.scan(PENDING, (key, bytes) -> found[0] |= Pending.hasBefore(bytes, tick));
        return !found[0];
    }

    private void closeDay(int day) {
        long tick = Math.floorDiv(state.closed, (long) settings.tickHours());
        TreeSet<String> due = new TreeSet<>(pendingThemes(bytes -> Pending.hasBefore(bytes, tick)));
        TreeSet<String> resting = new TreeSet<>();
        store.scan(ALERT, (key, bytes) -> {
            if (AlertRecord.isFollowed(bytes)) {
                due.add(key.substring(ALERT.length()));
            } else if (LifeCycle.hasTimeToPass(AlertRecord.decode(bytes), closedAt())) {
                resting.add(key.substring(ALERT.length()));
            }
        });
        for (String theme : due) {
            ThemeLook look = new ThemeLook(this, theme, day);
            look.takeIn(tick);
            look.decide(true);
            look.save();
        }
        resting.removeAll(due);
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
        long tick = Math.floorDiv(hour, (long) settings.tickHours());
        int day = (int) Math.floorDiv(hour - 1, 24L);
        for (String theme : pendingThemes(bytes -> Pending.touched(bytes, tick - 1))) {
            ThemeLook look = new ThemeLook(this, theme, day);
            look.takeIn(tick);
            if (look.mayBeRaised() && look.decide(false)) {
                look.save();
            } else {
                // Nothing to tell: what was taken in stays pending, and nothing is written.
                pending.remove(theme);
            }
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

    /** Themes whose pending complaints, as they are stored, fulfil a condition. */
    private List<String> pendingThemes(Predicate<byte[]> condition) {
        writePending();
        List<String> found = new ArrayList<>();
        store.scan(PENDING, (key, bytes) -> {
            if (condition.test(bytes)) {
                found.add(key.substring(PENDING.length()));
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
        int day = (int) Math.floorDiv(state.closed - 1, 24L);
        new ThemeLook(this, command.theme(), day).obey(command);
    }

    /** Takes out what a feedback said; alerts that quoted it last are said again without it. */
    void forget(String feedbackId) {
        List<String> themes = pendingThemes(bytes -> true);
        for (String theme : themes) {
            if (pendingOf(theme).forget(feedbackId)) {
                writePending();
            }
        }
        Map<String, byte[]> impacts = new TreeMap<>();
        store.scan(IMPACT, impacts::put);
        impacts.forEach((key, bytes) -> {
            Impact impact = Impact.decode(bytes, 0);
            if (impact.forget(feedbackId)) {
                store.put(key, impact.encode());
            }
        });
        List<String> reworded = new ArrayList<>();
        store.scan(ALERT, (key, bytes) -> {
            String theme = key.substring(ALERT.length());
            byte[] shown = store.get(SHOWN + theme);
            // Without a list it was published by an earlier version: then anybody may stand there.
            if (shown == null || ShownQuotes.hold(shown, feedbackId)) {
                reworded.add(theme);
            }
        });
        int day = (int) Math.floorDiv(state.closed - 1, 24L);
        reworded.forEach(theme -> new ThemeLook(this, theme, day).reword());
    }

    /** Writes what this call changed. */
    List<Alert> finish() {
        writePending();
        state.write();
        return alerts;
    }
}
