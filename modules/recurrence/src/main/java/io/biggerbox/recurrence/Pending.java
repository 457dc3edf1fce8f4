package io.biggerbox.recurrence;

import java.util.Map;
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

    final TreeMap<Slot, Tally> slots = new TreeMap<>();

    void add(Slot slot, Cell cell) {
        slots.computeIfAbsent(slot, key -> new Tally()).add(cell);
    }

    /** Takes out what lies before {@code tick}. */
    Pending takeBefore(long tick) {
        Pending taken = new Pending();
        SortedMap<Slot, Tally> before = slots.headMap(new Slot(tick, false));
        taken.slots.putAll(before);
        before.clear();
        return taken;
    }

    /** True when something lies before {@code tick} in the stored form; only its beginning is read. */
    static boolean hasBefore(byte[] stored, long tick) {
        ByteSource source = new ByteSource(stored, VERSION, WHAT);
        return source.length() > 0 && source.number() < tick;
    }

    /** True when customers complained in the tick {@code tick} by the stored form; who they are is not read. */
    static boolean touched(byte[] stored, long tick) {
        ByteSource source = new ByteSource(stored, VERSION, WHAT);
        for (int left = source.length(); left > 0; left--) {
            long at = source.number();
            boolean stale = source.flag();
            Tally tally = Tally.read(source);
            if (at >= tick && !stale) {
                return at == tick && tally.complainants > 0;
            }
        }
        return false;
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

    /** Takes out what a feedback said; true when there was something. */
    boolean forget(String feedbackId) {
        boolean found = false;
        for (Tally tally : slots.values()) {
            found |= tally.forget(feedbackId);
        }
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
