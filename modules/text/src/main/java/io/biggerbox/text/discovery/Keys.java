package io.biggerbox.text.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Keys under which discovery keeps what it knows, and ids. */
final class Keys {

    private static final String HELD = "h|";
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTER_BITS = 5;
    private static final int ID_LETTERS = 10;

    private Keys() {}

    /** The first key after all that begin with {@code prefix}. */
    static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    /** Held sentences stand in the order of their times, then of their feedback. */
    static String held(long at, String feedbackId, int start) {
        return heldFrom(at) + '|' + feedbackId + '|' + hex(start);
    }

    /** Where held sentences of this time begin. */
    static String heldFrom(long at) {
        return HELD + hex(at ^ Long.MIN_VALUE);
    }

    /** Where held sentences begin. */
    static String heldFirst() {
        return HELD;
    }

    private static String hex(long number) {
        String digits = Long.toHexString(number);
        return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
    }

    /** A candidate is called after the sentence that it began with. */
    static String candidateId(Member first) {
        long hash = spread(first.feedbackId() + '|' + first.start() + '|' + first.at());
        StringBuilder id = new StringBuilder("TC-");
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt((int) (hash & (LETTERS.length() - 1))));
            hash >>>= LETTER_BITS;
        }
        return id.toString();
    }

    /** FNV-1a (Fowler, Noll, Vo), then the finaliser of SplitMix64 (Steele et al. 2014). */
    private static long spread(String text) {
        long hash = OFFSET_BASIS;
        for (byte b : text.getBytes(UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
