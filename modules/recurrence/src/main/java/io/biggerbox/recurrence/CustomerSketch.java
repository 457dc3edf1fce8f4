package io.biggerbox.recurrence;

import java.util.Arrays;

/**
 * Counts distinct customers: exactly up to {@value #EXACT}, from then on with a HyperLogLog sketch
 * (Flajolet, Fusy, Gandouet and Meunier 2007) of {@value #REGISTERS} registers, whose standard error is
 * 1.04/√256 = 6.5 %. The result does not depend on the order of the customers. At most 260 bytes,
 * and two more for each customer who was added more than once.
 *
 * <p>While it counts exactly it also knows how often each customer was added, so that it can take them out again: one who
 * turns out to have complained an hour earlier is added there and removed here, in whatever order.
 */
final class CustomerSketch {

    static final int EXACT = 64;
    static final int REGISTERS = 256;

    /** 32 bits of each hash, in ascending order; emptied when the sketch takes over. */
    private int[] exact = new int[4];

    /** How often each of them was added, less how often it was removed: at least once. */
    private int[] times = new int[4];

    private int size;

    private byte[] registers = new byte[0];

    void add(long customer) {
        add(hash(customer));
    }

    /** Takes out who was added before; a sketch forgets nobody. */
    void remove(long customer) {
        int at = Arrays.binarySearch(exact, 0, size, hash(customer));
        if (at < 0 || --times[at] > 0) {
            return;
        }
        size--;
        System.arraycopy(exact, at + 1, exact, at, size - at);
        System.arraycopy(times, at + 1, times, at, size - at);
    }

    private static int hash(long customer) {
        return (int) (mix(customer) >>> 32);
    }

    private void add(int hash) {
        if (registers.length > 0) {
            register(hash);
            return;
        }
        int at = Arrays.binarySearch(exact, 0, size, hash);
        if (at >= 0) {
            times[at]++;
            return;
        }
        insert(-at - 1, hash);
        if (size > EXACT) {
            toSketch();
        }
    }

    private void insert(int at, int hash) {
        if (size == exact.length) {
            exact = Arrays.copyOf(exact, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        System.arraycopy(exact, at, exact, at + 1, size - at);
        System.arraycopy(times, at, times, at + 1, size - at);
        exact[at] = hash;
        times[at] = 1;
        size++;
    }

    /** Adds everybody who is in {@code other} and not here, once. */
    void addAll(CustomerSketch other) {
        if (other.registers.length > 0) {
            toSketch();
            for (int i = 0; i < REGISTERS; i++) {
                registers[i] = (byte) Math.max(registers[i], other.registers[i]);
            }
        }
        for (int i = 0; i < other.size; i++) {
            if (Arrays.binarySearch(exact, 0, size, other.exact[i]) < 0) {
                add(other.exact[i]);
            }
        }
    }

    private void toSketch() {
        if (registers.length == 0) {
            registers = new byte[REGISTERS];
            for (int i = 0; i < size; i++) {
                register(exact[i]);
            }
            size = 0;
        }
    }

    private void register(int hash) {
        int index = hash >>> 24;
        int rank = Math.min(25, Integer.numberOfLeadingZeros(hash << 8) + 1);
        registers[index] = (byte) Math.max(registers[index], rank);
    }

    long count() {
        if (registers.length == 0) {
            return size;
        }
        double sum = 0;
        int empty = 0;
        for (byte rank : registers) {
            sum += 1.0 / (1L << rank);
            empty += rank == 0 ? 1 : 0;
        }
        double raw = (0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS / sum;
        // Linear counting is the better estimate while many registers are empty (same paper, section 4).
        double count =
                raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * StrictMath.log((double) REGISTERS / empty) : raw;
        return Math.max(EXACT + 1L, Math.round(count));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): callers' hashes need not be uniform. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    void write(ByteSink sink) {
        sink.flag(registers.length > 0);
        if (registers.length > 0) {
            sink.octets(registers);
        } else {
            sink.number(size);
            for (int i = 0; i < size; i++) {
                sink.fixed32(exact[i]);
            }
            int repeated = 0;
            for (int i = 0; i < size; i++) {
                repeated += times[i] > 1 ? 1 : 0;
            }
            sink.number(repeated);
            for (int i = 0; i < size; i++) {
                if (times[i] > 1) {
                    sink.number(i);
                    sink.number(times[i]);
                }
            }
        }
    }

    static CustomerSketch read(ByteSource source) {
        CustomerSketch sketch = new CustomerSketch();
        if (source.flag()) {
            sketch.registers = new byte[REGISTERS];
            for (int i = 0; i < REGISTERS; i++) {
                sketch.registers[i] = (byte) source.octet();
            }
        } else {
            int size = source.length();
            for (int i = 0; i < size; i++) {
                int hash = source.fixed32();
                // They were stored in order: each goes to the end.
                if (sketch.size > 0 && sketch.size < EXACT && hash > sketch.exact[sketch.size - 1]) {
                    sketch.insert(sketch.size, hash);
                } else {
                    sketch.add(hash);
                }
            }
            for (int left = source.length(); left > 0; left--) {
                int at = source.integer();
                int times = source.integer();
                if (at >= 0 && at < sketch.size) {
                    sketch.times[at] = Math.max(1, times);
                }
            }
        }
        return sketch;
    }
}
