package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a product as a whole: its clock, its volume of sixteen weeks and the volume
 * of hours that no tick has closed yet. About 300 bytes.
 */
final class ProductState {

    private static final int VERSION = 1;

    /** Hour of the newest event. */
    long clock;

    /** Every hour before this one is decided on. */
    long closed;

    /** Arrival of the newest event. */
    Instant arrival;

    /** First day with an event. */
    int firstDay;

    /** Texts and scores of all kinds. */
    final DayRing volume;

    /** Complaints of all themes: taken out of the volume before it may explain anything away. */
    final DayRing complaints;

    /** Volume and complaints of hours not yet closed. */
    private final TreeMap<Long, int[]> open = new TreeMap<>();

    ProductState(long hour, long closed, Instant arrival) {
        this.clock = hour;
        this.closed = closed;
        this.arrival = arrival;
        firstDay = (int) Math.floorDiv(hour, 24L);
        volume = new DayRing(firstDay);
        complaints = new DayRing(firstDay);
    }

    private ProductState(ByteSource source) {
        clock = source.number();
        closed = source.number();
        Instant read = source.instant();
        arrival = read == null ? Instant.EPOCH : read;
        firstDay = source.integer();
        volume = DayRing.read(source);
        complaints = DayRing.read(source);
        int size = source.length();
        for (int i = 0; i < size; i++) {
            open.put(source.number(), new int[] {source.integer(), source.integer()});
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

    private void count(long hour, int feedback, int mentions) {
        int day = (int) Math.floorDiv(hour, 24L);
        volume.add(day, feedback);
        complaints.add(day, mentions);
        firstDay = Math.min(firstDay, day);
    }

    byte[] encode() {
        ByteSink sink = new ByteSink(VERSION);
        sink.number(clock);
        sink.number(closed);
        sink.instant(arrival);
        sink.number(firstDay);
        volume.write(sink);
        complaints.write(sink);
        sink.number(open.size());
        open.forEach((hour, sums) -> {
            sink.number(hour);
            sink.number(sums[0]);
            sink.number(sums[1]);
        });
        return sink.done();
    }

    static @Nullable ProductState decode(byte @Nullable [] bytes) {
        return bytes == null ? null : new ProductState(new ByteSource(bytes, VERSION, "product state"));
    }
}
