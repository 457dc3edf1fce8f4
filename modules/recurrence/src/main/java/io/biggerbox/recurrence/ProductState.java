package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a product as a whole: its clock and the volume of hours that no tick has closed
 * yet (read and written with every event, some 30 bytes), and the volume of sixteen weeks (only when a theme is
 * looked at, some 400 bytes).
 */
final class ProductState {

    /** Key of the clock. */
    static final String CLOCK = "p";

    /** Key of the sixteen weeks. */
    static final String DAYS = "v";

    static final int VERSION = 2;
    static final int DAYS_VERSION = 2;

    private final StateStore store;

    /** Hour of the newest event. */
    long clock;

    /** Every hour before this one is decided on. */
    long closed;

    /** Arrival of the newest event. */
    Instant arrival;

    /** Volume and complaints of hours not yet closed. */
    private final TreeMap<Long, int[]> open = new TreeMap<>();

    /** The day of which ticks were closed last, and volume and complaints of them that the days do not hold yet. */
    private int today;

    private int todayVolume;
    private int todayComplaints;

    private @Nullable Days days;

    /** The volume of sixteen weeks. */
    static final class Days {

        /** First day with an event. */
        int firstDay;

        /** Texts and scores of all kinds. */
        final DayRing volume;

        /** Complaints of all themes: taken out of the volume before it may explain anything away. */
        final DayRing complaints;

        /** Of the complaining customers so far: what an average one is worth. */
        final Worth worth;

        private Days(int day) {
            firstDay = day;
            volume = new DayRing(day);
            complaints = new DayRing(day);
            worth = new Worth();
        }

        private Days(ByteSource source) {
            firstDay = source.integer();
            volume = DayRing.read(source);
            complaints = DayRing.read(source);
            worth = Worth.read(source);
        }

        private byte[] encode() {
            ByteSink sink = new ByteSink(DAYS_VERSION);
            sink.number(firstDay);
            volume.write(sink);
            complaints.write(sink);
            worth.write(sink);
            return sink.done();
        }
    }

    /** A product of which nothing is known. */
    ProductState(StateStore store, long hour, long closed, Instant arrival) {
        this.store = store;
        this.clock = hour;
        this.closed = closed;
        this.arrival = arrival;
    }

    private ProductState(StateStore store, ByteSource source) {
        this.store = store;
        clock = source.number();
        closed = source.number();
        arrival = source.instantOrEpoch();
        today = source.integer();
        todayVolume = source.integer();
        todayComplaints = source.integer();
        int size = source.length();
        for (int i = 0; i < size; i++) {
            open.put(source.number(), new int[] {source.integer(), source.integer()});
        }
    }

    /** The state in the store, or null. */
    static @Nullable ProductState read(StateStore store) {
        byte[] bytes = store.get(CLOCK);
        return bytes == null ? null : new ProductState(store, new ByteSource(bytes, VERSION, "product clock"));
    }

    /** The sixteen weeks; read when first asked for. */
    Days days() {
        Days known = days;
        if (known == null) {
            byte[] bytes = store.get(DAYS);
            known = bytes == null
                    ? new Days((int) Math.floorDiv(clock, 24L))
                    : new Days(new ByteSource(bytes, DAYS_VERSION, "product days"));
            days = known;
        }
        takeTodayIn(known);
        return known;
    }

    private void takeTodayIn(Days to) {
        if (todayVolume != 0 || todayComplaints != 0) {
            to.volume.add(today, todayVolume);
            to.complaints.add(today, todayComplaints);
            to.firstDay = Math.min(to.firstDay, today);
            todayVolume = 0;
            todayComplaints = 0;
        }
    }

    void add(long hour, int feedback, int mentions, int latenessDays) {
        if (hour >= closed) {
            int[] sums = open.computeIfAbsent(hour, key -> new int[2]);
            sums[0] += feedback;
            sums[1] += mentions;
        } else if (clock - hour <= latenessDays * 24L) {
            count(hour, feedback, mentions);
        }
    }

    /** Takes the hours before {@code hour} into the days. */
    void close(long hour) {
        while (!open.isEmpty() && open.firstKey() < hour) {
            Map.Entry<Long, int[]> first = open.pollFirstEntry();
            count(first.getKey(), first.getValue()[0], first.getValue()[1]);
        }
        closed = hour;
    }

    /** Sums up the ticks of a day beside the days: these are long to read and to write. */
    private void count(long hour, int feedback, int mentions) {
        int day = (int) Math.floorDiv(hour, 24L);
        if (day != today) {
            if (todayVolume != 0 || todayComplaints != 0) {
                takeTodayIn(days());
            }
            today = day;
        }
        todayVolume += feedback;
        todayComplaints += mentions;
    }

    /** Writes what was changed. */
    void write() {
        ByteSink sink = new ByteSink(VERSION);
        sink.number(clock);
        sink.number(closed);
        sink.instant(arrival);
        sink.number(today);
        sink.number(todayVolume);
        sink.number(todayComplaints);
        sink.number(open.size());
        open.forEach((hour, sums) -> {
            sink.number(hour);
            sink.number(sums[0]);
            sink.number(sums[1]);
        });
        store.put(CLOCK, sink.done());
        Days known = days;
        if (known != null) {
            store.put(DAYS, known.encode());
        }
    }
}
