package io.biggerbox.recurrence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a product waits for, by theme: complaints that no tick has looked at yet, and alerts for which time matters.
 * Most products wait for nothing most of the time, and nobody should have to search their state to find that out. About
 * 25 bytes for each theme that waits or has an alert.
 */
final class Agenda {

    /** Key of the stored form. */
    static final String KEY = "w";

    static final int VERSION = 2;

    /** No look is needed. */
    static final long NEVER = Long.MAX_VALUE;

    /** What the mere passing of time may change about an alert. */
    enum Waits {
        /** There is no alert. */
        NO_ALERT(0),
        /** Nothing: it is over, and whatever comes next begins with a complaint. */
        RESTS(1),
        /** It may end: a silence, or a first sign. */
        MAY_END(2),
        /** Every day counts: the incident goes on, or there is a change to hold the days against. */
        IS_FOLLOWED(3);

        private static final Waits[] ALL = values();

        private final int code;

        Waits(int code) {
            this.code = code;
        }

        private static Waits read(ByteSource source) {
            int code = source.octet();
            for (Waits one : ALL) {
                if (one.code == code) {
                    return one;
                }
            }
            throw new StateFormatException("agenda holds the unknown kind " + code);
        }
    }

    /**
     * What one theme waits for.
     *
     * @param isPending whether complaints wait
     * @param oldest first hour of the first tick with some; 0 when none wait
     * @param newest first hour of the last tick with some; 0 when none wait
     * @param alert what the alert waits for
     */
    private record Entry(boolean isPending, long oldest, long newest, Waits alert) {

        private static final Entry NOTHING = new Entry(false, 0, 0, Waits.NO_ALERT);

        private Entry with(Pending pending) {
            return pending.isEmpty()
                    ? new Entry(false, 0, 0, alert)
                    : new Entry(true, pending.oldest(), pending.newest(), alert);
        }

        private boolean hasBefore(long hour) {
            return isPending && oldest < hour;
        }

        private boolean mayHold(long from, long to) {
            return isPending && oldest < to && newest >= from;
        }
    }

    private final TreeMap<String, Entry> themes = new TreeMap<>();
    private boolean changed;

    static Agenda read(StateStore store) {
        Agenda agenda = new Agenda();
        byte[] bytes = store.get(KEY);
        if (bytes != null) {
            ByteSource source = new ByteSource(bytes, VERSION, "agenda");
            for (int left = source.length(); left > 0; left--) {
                agenda.themes.put(
                        source.textOrEmpty(),
                        new Entry(source.flag(), source.number(), source.number(), Waits.read(source)));
            }
        }
        return agenda;
    }

    /** True when there is neither a complaint that waits nor an alert. */
    boolean isEmpty() {
        return themes.isEmpty();
    }

    /** Notes what waits of a theme now. */
    void note(String theme, Pending pending) {
        Entry before = entry(theme);
        note(theme, before, before.with(pending));
    }

    /** Notes how the alert about a theme stands now. */
    void note(String theme, AlertRecord record) {
        Entry before = entry(theme);
        note(theme, before, new Entry(before.isPending(), before.oldest(), before.newest(), record.waits()));
    }

    private void note(String theme, Entry before, Entry now) {
        if (!now.equals(before)) {
            changed = true;
            if (now.equals(Entry.NOTHING)) {
                themes.remove(theme);
            } else {
                themes.put(theme, now);
            }
        }
    }

    private Entry entry(String theme) {
        @Nullable Entry known = themes.get(theme);
        return known == null ? Entry.NOTHING : known;
    }

    /** True when complaints about a theme wait. */
    boolean isPending(String theme) {
        return entry(theme).isPending();
    }

    /** True when there is a record of an alert about a theme. */
    boolean hasAlert(String theme) {
        return entry(theme).alert() != Waits.NO_ALERT;
    }

    /** Themes of which complaints wait. */
    List<String> pending() {
        return find(Entry::isPending);
    }

    /** Themes of which complaints wait that lie in ticks from before {@code hour}. */
    List<String> pendingBefore(long hour) {
        return find(entry -> entry.hasBefore(hour));
    }

    /** Themes of which complaints of these hours, {@code to} not included, may wait; never one too few. */
    List<String> mayHold(long from, long to) {
        return find(entry -> entry.mayHold(from, to));
    }

    /** Themes whose alerts wait for this. */
    List<String> alerts(Waits waits) {
        return find(entry -> entry.alert() == waits);
    }

    private List<String> find(Predicate<Entry> condition) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Entry> theme : themes.entrySet()) {
            if (condition.test(theme.getValue())) {
                found.add(theme.getKey());
            }
        }
        return found;
    }

    /**
     * The end of the first tick at which something may be decided, or {@link #NEVER}.
     *
     * @param closed hour before which everything is decided; the end of a tick, maybe of another length
     * @param tickHours hours of a tick
     */
    long nextLook(long closed, int tickHours) {
        long midnight = (Math.floorDiv(closed, 24L) + 1) * 24;
        long next = NEVER;
        for (Entry entry : themes.values()) {
            if (entry.alert() == Waits.MAY_END || entry.alert() == Waits.IS_FOLLOWED || entry.hasBefore(closed)) {
                next = Math.min(next, midnight);
            }
            if (entry.isPending() && entry.newest() >= closed) {
                long hour = Math.max(closed, entry.oldest());
                next = Math.min(next, (Math.floorDiv(hour, (long) tickHours) + 1) * tickHours);
            }
        }
        return next;
    }

    /** Writes what was changed. A product that has once waited keeps its entry: finding none takes longer than finding an empty one. */
    void write(StateStore store) {
        if (!changed) {
            return;
        }
        ByteSink sink = new ByteSink(VERSION);
        sink.number(themes.size());
        themes.forEach((theme, entry) -> {
            sink.text(theme);
            sink.flag(entry.isPending());
            sink.number(entry.oldest());
            sink.number(entry.newest());
            sink.octet(entry.alert().code);
        });
        store.put(KEY, sink.done());
        changed = false;
    }
}
