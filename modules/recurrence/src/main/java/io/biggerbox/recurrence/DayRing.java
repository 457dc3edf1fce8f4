package io.biggerbox.recurrence;

/**
 * A count for each of the last {@link #LENGTH} days. Older days fall out when the ring moves on, so
 * its size does not grow with history. A day may be negative while a take-back waits for the count
 * it belongs to.
 */
final class DayRing {

    /** Sixteen weeks: the ten weeks of a baseline and the growth that is measured against it. */
    static final int LENGTH = 112;

    private int last;
    private final int[] values = new int[LENGTH];

    DayRing(int last) {
        this.last = last;
    }

    int last() {
        return last;
    }

    int get(int day) {
        return day > last || day <= last - LENGTH ? 0 : values[Math.floorMod(day, LENGTH)];
    }

    /** Writes the days that end with {@code end} into {@code target}, the oldest first. */
    void copyTo(int[] target, int end) {
        int slot = Math.floorMod(end - LENGTH + 1, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int day = end - LENGTH + 1 + i;
            target[i] = day > last || day <= last - LENGTH ? 0 : values[slot];
            slot = slot + 1 == LENGTH ? 0 : slot + 1;
        }
    }

    void set(int day, int value) {
        moveTo(day);
        if (day > last - LENGTH) {
            values[Math.floorMod(day, LENGTH)] = value;
        }
    }

    void add(int day, int delta) {
        set(day, (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) get(day) + delta)));
    }

    /** Makes {@code day} the last one; does nothing when it lies in the past. */
    void moveTo(int day) {
        long steps = Math.min((long) day - last, LENGTH);
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
        int newest = Math.floorMod(ring.last, LENGTH);
        int i = 0;
        while (i < LENGTH) {
            int value = source.integer();
            ring.values[back(newest, i)] = value;
            i++;
            if (value == 0) {
                int run = source.integer();
                if (run < 0 || run > LENGTH - i) {
                    throw new StateFormatException("a day ring holds a run of " + run + " days");
                }
                i += run;
            }
        }
        return ring;
    }
}
