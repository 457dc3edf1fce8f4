package io.biggerbox.recurrence;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Complaints about one theme since the last day was closed, by tick. A tick looks only at what lies
 * before it, so the order in which events arrive within its grace cannot change what it decides. Ticks are known by their
 * first hour: settings may give them another length while some wait.
 */
final class Pending {

    static final int VERSION = 6;
    private static final String WHAT = "pending complaints";

    /** In place of an hour, for events that are too late for the alert path. */
    static final long TOTALS_ONLY = Long.MIN_VALUE / 4;

    /**
     * Key of the sums.
     *
     * @param hour the first of the tick in which it was said
     * @param stale true when the customer met the problem before the declared change took effect
     */
    record Slot(long hour, boolean stale) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int order = Long.compare(hour, other.hour);
            return order == 0 ? Boolean.compare(stale, other.stale) : order;
        }
    }

    private final TreeMap<Slot, Tally> slots = new TreeMap<>();

    private boolean changed;

    void add(Slot slot, Cell cell) {
        slots.computeIfAbsent(slot, key -> new Tally()).add(cell);
        changed = true;
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** First hour of the first tick with complaints; there must be some. */
    long oldest() {
        return slots.firstKey().hour();
    }

    /** First hour of the last tick with complaints; there must be some. */
    long newest() {
        return slots.lastKey().hour();
    }

    /** True when it is not as it was read. */
    boolean isChanged() {
        return changed;
    }

    /** What began before {@code hour}; it stays here too. */
    Pending before(long hour) {
        Pending before = new Pending();
        before.slots.putAll(slots.headMap(new Slot(hour, false)));
        return before;
    }

    /** Takes out what began before {@code hour}. */
    void dropBefore(long hour) {
        SortedMap<Slot, Tally> before = slots.headMap(new Slot(hour, false));
        changed |= !before.isEmpty();
        before.clear();
    }

    /** True when customers complained in a tick that began in these hours, {@code to} not included. */
    boolean isTouched(long from, long to) {
        for (Map.Entry<Slot, Tally> entry :
                slots.subMap(new Slot(from, false), new Slot(to, false)).entrySet()) {
            if (!entry.getKey().stale() && entry.getValue().complainants > 0) {
                return true;
            }
        }
        return false;
    }

    void addTo(SeriesState series) {
        for (Map.Entry<Slot, Tally> entry : slots.entrySet()) {
            Slot slot = entry.getKey();
            if (slot.hour() == TOTALS_ONLY) {
                continue;
            }
            int day = (int) Math.floorDiv(slot.hour(), 24L);
            Tally tally = entry.getValue();
            int complainants = saturated(tally.complainants);
            series.complainants.add(day, complainants);
            if (slot.stale()) {
                series.stale.add(day, complainants);
            }
            series.addWeek(day, saturated(tally.mentions), saturated(tally.exceptions), saturated(tally.userErrors));
        }
    }

    void addTo(Impact impact) {
        slots.values().forEach(impact::add);
    }

    void addTo(Worth worth) {
        slots.values().forEach(tally -> worth.add(tally.worth));
    }

    static int saturated(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** Takes out what some feedback said, by their {@link Quotes#shortId}; true when there was something. */
    boolean forget(Set<String> shortIds) {
        boolean found = false;
        for (Tally tally : slots.values()) {
            found |= tally.forget(shortIds);
        }
        changed |= found;
        return found;
    }

    byte[] encode() {
        ByteSink sink = new ByteSink(VERSION);
        sink.number(slots.size());
        slots.forEach((slot, tally) -> {
            sink.number(slot.hour());
            sink.flag(slot.stale());
            tally.write(sink);
        });
        return sink.done();
    }

    static Pending decode(byte @Nullable [] bytes) {
        Pending pending = new Pending();
        if (bytes != null) {
            ByteSource source = new ByteSource(bytes, VERSION, WHAT);
            int size = source.length();
            for (int i = 0; i < size; i++) {
                pending.slots.put(new Slot(source.number(), source.flag()), Tally.read(source));
            }
        }
        return pending;
    }
}
