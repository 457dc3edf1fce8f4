package io.biggerbox.text.redaction;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;

/**
 * What is known about single words when they are written with a capital: first names, surnames, ordinary words, and proper
 * names of other things. Words are kept as 28-bit hashes, so that one in some thousand unknown words is taken for a known
 * one. Capitals and accents do not matter. Immutable.
 */
public final class NameBook {
    /** Somebody's first name. */
    public static final int FIRST = 1;

    /** Somebody's surname. */
    public static final int SURNAME = 2;

    /** An ordinary word, usually not capitalised. */
    public static final int WORD = 4;

    /** Something else that is capitalised: a place, a brand, a month. */
    public static final int PROPER = 8;

    /** First bytes of the file. */
    public static final int MAGIC = 0x42424e32;

    private static final int FLAG_BITS = 4;
    private static final int FLAGS = (1 << FLAG_BITS) - 1;
    private static final int SEED = 0x811c9dc5;
    private static final int FACTOR = 0x01000193;
    private static final int FIRST_ACCENT = 0xC0;
    private static final int LAST_ACCENT = 0x24F;
    private static final char[] PLAIN = plain();

    /** Hash in the upper bits, flags in the lower; 0 is free. */
    private final int[] slots;

    private NameBook(int[] slots) {
        this.slots = slots;
    }

    /** The one that ships. */
    static NameBook shipped() {
        return Shipped.BOOK;
    }

    /** Read when it is first needed: its maker does without. */
    private static final class Shipped {
        static final NameBook BOOK = read("/io/biggerbox/text/names.bin");
    }

    private static NameBook read(String resource) {
        try (InputStream raw = NameBook.class.getResourceAsStream(resource)) {
            if (raw == null) {
                throw new IllegalStateException("the module lacks its resource " + resource);
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(raw));
            if (in.readInt() != MAGIC) {
                throw new IllegalStateException(resource + " is not a list of names of this version");
            }
            int count = in.readInt();
            int[] slots = new int[Integer.highestOneBit(Math.max(4, count)) * 4];
            long entry = 0;
            for (int i = 0; i < count; i++) {
                entry += delta(in);
                int at = place((int) entry, slots.length);
                while (slots[at] != 0) {
                    at = (at + 1) & (slots.length - 1);
                }
                slots[at] = (int) entry;
            }
            return new NameBook(slots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seven bits a byte, the lowest first; the last byte has no high bit. */
    private static long delta(DataInputStream in) throws IOException {
        long value = 0;
        int shift = 0;
        while (true) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
            shift += 7;
        }
    }

    /** What is known about a stretch of text; 0 for nothing. */
    int about(String text, int start, int end) {
        int entry = entry(text, start, end, 0);
        int at = place(entry, slots.length);
        while (slots[at] != 0) {
            if ((slots[at] & ~FLAGS) == entry) {
                return slots[at] & FLAGS;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return 0;
    }

    /**
     * How a word is kept.
     *
     * @param text has the word
     * @param start first UTF-16 unit of it
     * @param end after its last
     * @param flags what is known about it
     * @return hash in the upper 28 bits, flags in the lower four
     */
    public static int entry(String text, int start, int end, int flags) {
        int hash = SEED;
        for (int i = start; i < end; i++) {
            hash = (hash ^ small(text.charAt(i))) * FACTOR;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 12;
        return (hash << FLAG_BITS) | flags;
    }

    private static int place(int entry, int size) {
        return (entry >>> FLAG_BITS) & (size - 1);
    }

    private static char small(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        if (c >= FIRST_ACCENT && c <= LAST_ACCENT) {
            return PLAIN[c - FIRST_ACCENT];
        }
        return Character.toLowerCase(c);
    }

    /** Latin letters without their accents, in lower case. */
    private static char[] plain() {
        char[] plain = new char[LAST_ACCENT - FIRST_ACCENT + 1];
        for (int i = 0; i < plain.length; i++) {
            String letter = String.valueOf((char) (FIRST_ACCENT + i));
            plain[i] = Character.toLowerCase(
                    Normalizer.normalize(letter, Normalizer.Form.NFD).charAt(0));
        }
        return plain;
    }
}
