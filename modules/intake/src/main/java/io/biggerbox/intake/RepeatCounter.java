package io.biggerbox.intake;

/**
 * Counts keys that occurred before, in a fixed 16 MiB: the first million distinct keys are remembered by a 64-bit hash. Two
 * keys share a hash about once in forty million files of that length.
 */
final class RepeatCounter {

    private static final int SLOTS = 1 << 21;
    private static final int REMEMBERED = 1 << 20;

    private final long[] slots = new long[SLOTS];
    private int used;
    private long repeated;

    long repeated() {
        return repeated;
    }

    void add(String source, String id, long revision) {
        long hash = mix(hash(hash(0xcbf29ce484222325L, source), id) ^ mix(revision));
        hash = hash == 0 ? 1 : hash;
        int slot = (int) hash & (SLOTS - 1);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                repeated++;
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (used < REMEMBERED) {
            slots[slot] = hash;
            used++;
        }
    }

    private static long hash(long seed, String text) {
        long h = seed;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        // A separator, so that "a" + "bc" and "ab" + "c" differ.
        return mix(h ^ text.length());
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
