package io.biggerbox.recurrence;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Complaints about one theme since the last day was closed, by tick. A tick looks only at what lies
 * before it, so the order in which events arrive within its grace cannot change what it decides.
 */
final class Pending {

    static final int VERSION = 5;
    private static final String WHAT = "pending complaints";

    /** Tick index for events that are too late for the alert path. */
    static final long TOTALS_ONLY = Long.MIN_VALUE / 4;

    /**
     * Key of the sums.
     *
     * @param tick hour of the event divided by the hours of a tick
     * @param stale true when the customer met the problem before the declared change took effect
     */
    record Slot(long tick, boolean stale) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int order = Long.compare(tick, other.tick);
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

    /** First tick with complaints; there must be some. */
    long oldest() {
        return slots.firstKey().tick();
    }

    /** Last tick with complaints; there must be some. */
    long newest() {
        return slots.lastKey().tick();
    }

    /** True when it is not as it was read. */
    boolean isChanged() {
        return changed;
    }

    /** What lies before {@code tick}, which stays here too. */
    Pending before(long tick) {
        Pending before = new Pending();
        before.slots.putAll(slots.headMap(new Slot(tick, false)));
        return before;
    }

    /** Takes out what lies before {@code tick}. */
    void dropBefore(long tick) {
        SortedMap<Slot, Tally> before = slots.headMap(new Slot(tick, false));
        changed |= !before.isEmpty();
        before.clear();
    }

    /** True when customers complained in the tick {@code tick}. */
    boolean isTouched(long tick) {
        @Nullable Tally tally = slots.get(new Slot(tick, false));
        return tally != null && tally.complainants > 0;
    }

    void addTo(SeriesState series, int tickHours) {
        for (Map.Entry<Slot, Tally> entry : slots.entrySet()) {
            Slot slot = entry.getKey();
            if (slot.tick() == TOTALS_ONLY) {
                continue;
            }
            int day = (int) Math.floorDiv(slot.tick() * tickHours, 24L);
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
            sink.number(slot.tick());
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
