package io.biggerbox.recurrence;

/**
 * A count for each of the last {@link #LENGTH} days. Older days fall out when the ring moves on, so
 * its size does not grow with history. A day may be negative while a take-back waits for the count
 * it belongs to.
 */
final class DayRing {

    /** Sixteen weeks: the ten weeks of a baseline and the growth that is measured against it. */
    static final int LENGTH = 112;

    private static final int[] NOTHING = new int[LENGTH];

    private int last;

    /** {@link #NOTHING}, shared and never written to, until a day has a count: two rings of three never get one. */
    private int[] values = NOTHING;

    DayRing(int last) {
        this.last = last;
    }

    int last() {
        return last;
    }

    int get(int day) {
        return day > last || day <= last - LENGTH ? 0 : values[Math.floorMod(day, LENGTH)];
    }

    /** True when no day has a count. */
    boolean isEmpty() {
        return values == NOTHING;
    }

    /** The days that end with {@code end}, the oldest first; only to be read. */
    int[] until(int end) {
        if (isEmpty()) {
            return NOTHING;
        }
        int[] target = new int[LENGTH];
        int first = end - LENGTH + 1;
        // Of the days that are asked for those that the ring holds.
        int from = (int) Math.max(0L, (long) last - LENGTH + 1 - first);
        int to = (int) Math.min(LENGTH - 1L, (long) last - first);
        if (from <= to) {
            int length = to - from + 1;
            int slot = Math.floorMod(first + from, LENGTH);
            int untilWrap = Math.min(length, LENGTH - slot);
            System.arraycopy(values, slot, target, from, untilWrap);
            System.arraycopy(values, 0, target, from + untilWrap, length - untilWrap);
        }
        return target;
    }

    void set(int day, int value) {
        moveTo(day);
        if (day > last - LENGTH && (value != 0 || !isEmpty())) {
            own()[Math.floorMod(day, LENGTH)] = value;
        }
    }

    private int[] own() {
        if (isEmpty()) {
            values = new int[LENGTH];
        }
        return values;
    }

    void add(int day, int delta) {
        set(day, (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) get(day) + delta)));
    }

    /** Makes {@code day} the last one; does nothing when it lies in the past. */
    void moveTo(int day) {
        long steps = isEmpty() ? 0 : Math.min((long) day - last, LENGTH);
        for (int i = 0; i < steps; i++) {
            values[Math.floorMod(day - i, LENGTH)] = 0;
        }
        last = Math.max(last, day);
    }

    /** Sum of the days {@code from} to {@code to}, both inclusive. */
    long sum(int from, int to) {
        long sum = 0;
        for (int day = Math.max(from, last - LENGTH + 1); day <= Math.min(to, last); day++) {
            sum += get(day);
        }
        return sum;
    }

    /** Newest first; a run of zeros takes two bytes, so a rare complaint costs next to nothing. */
    void write(ByteSink sink) {
        sink.number(last);
        if (isEmpty()) {
            sink.number(0);
            sink.number(LENGTH - 1);
            return;
        }
        int newest = Math.floorMod(last, LENGTH);
        int i = 0;
        while (i < LENGTH) {
            int value = values[back(newest, i)];
            sink.number(value);
            i++;
            if (value == 0) {
                int run = 0;
                while (i < LENGTH && values[back(newest, i)] == 0) {
                    run++;
                    i++;
                }
                sink.number(run);
            }
        }
    }

    /** The slot of {@code days} before {@code slot}. */
    private static int back(int slot, int days) {
        return slot >= days ? slot - days : slot - days + LENGTH;
    }

    static DayRing read(ByteSource source) {
        DayRing ring = new DayRing(source.integer());
        int[] values = NOTHING;
        int slot = Math.floorMod(ring.last, LENGTH);
        int left = LENGTH;
        while (left > 0) {
            int value = source.integer();
            int days = 1;
            if (value == 0) {
                int run = source.integer();
                if (run < 0 || run >= left) {
                    throw new StateFormatException("a day ring holds a run of " + run + " days");
                }
                days += run;
            } else {
                values = values == NOTHING ? new int[LENGTH] : values;
                values[slot] = value;
            }
            slot = back(slot, days % LENGTH);
            left -= days;
        }
        ring.values = values;
        return ring;
    }
}
