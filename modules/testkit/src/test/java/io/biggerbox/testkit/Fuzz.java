package io.biggerbox.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes bad records out of good ones, or out of nothing. Everything is drawn from a seed.
 *
 * <p>Not thread-safe.
 */
final class Fuzz {

    private static final int HEADER = 5;
    private static final int UNKNOWN_SCHEMA = 1_000_000;

    private final Random random;

    Fuzz(long seed) {
        random = new Random(seed);
    }

    /** How a record is spoilt. */
    enum Way {
        /** Bytes that are no wire format. */
        GARBAGE(true),
        /** Cut off at any place. */
        CUT(true),
        /** A schema that nobody has registered. */
        UNKNOWN_ID(true),
        /** Bytes after the value. */
        TRAILING(true),
        /** A key that is not that of the record, mostly no text at all. */
        KEY(true),
        /** No value. */
        NOTHING(true),
        /** Some bits of the value are others; what comes of it may even make sense. */
        FLIPPED(false),
        /** Any bytes under a schema that is known. */
        BODY(false),
        /** The schema of another topic. */
        OTHER_SCHEMA(false);

        private final boolean bad;

        Way(boolean bad) {
            this.bad = bad;
        }

        /** Whether nothing good can come of it. */
        boolean bad() {
            return bad;
        }
    }

    /**
     * A record to send.
     *
     * @param bad whether it must become a dead letter; otherwise it may
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Spoilt(Way way, byte @Nullable [] key, byte @Nullable [] value, boolean bad) {}

    /** Spoils a record. */
    Spoilt spoil(Way way, String key, byte[] good, byte[] other) {
        byte[] sameKey = key.getBytes(UTF_8);
        return switch (way) {
            case GARBAGE -> spoilt(way, sameKey, garbage());
            case CUT -> spoilt(way, sameKey, Arrays.copyOf(good, random.nextInt(good.length)));
            case UNKNOWN_ID -> spoilt(way, sameKey, withId(good, UNKNOWN_SCHEMA + random.nextInt(UNKNOWN_SCHEMA)));
            case TRAILING -> spoilt(way, sameKey, concat(good, bytes(1 + random.nextInt(40))));
            case KEY -> spoilt(way, random.nextInt(5) == 0 ? null : bytes(random.nextInt(30)), good);
            case NOTHING -> spoilt(way, sameKey, null);
            case FLIPPED -> spoilt(way, sameKey, flipped(good));
            case BODY -> spoilt(way, sameKey, concat(Arrays.copyOf(good, HEADER), bytes(random.nextInt(200))));
            case OTHER_SCHEMA ->
                spoilt(way, sameKey, withId(good, ByteBuffer.wrap(other, 1, 4).getInt()));
        };
    }

    private static Spoilt spoilt(Way way, byte @Nullable [] key, byte @Nullable [] value) {
        return new Spoilt(way, key, value, way.bad());
    }

    private byte[] garbage() {
        byte[] bytes = bytes(random.nextInt(300));
        if (bytes.length > 0 && bytes[0] == 0) {
            bytes[0] = 1;
        }
        return bytes;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(byte[] good) {
        byte[] bytes = good.clone();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            bytes[HEADER + random.nextInt(bytes.length - HEADER)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] withId(byte[] good, int id) {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).putInt(1, id);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Any time that eight bytes can say, mostly far from here. */
    long time() {
        long[] odd = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 253_402_300_800_000L, -62_135_596_800_001L};
        int dice = random.nextInt(odd.length + 3);
        return dice < odd.length ? odd[dice] : random.nextLong();
    }

    /** A text that no customer ever writes: very long, or full of what breaks readers. */
    String text() {
        String[] parts = {
            "a",
            " ",
            "\0",
            "\uD83D\uDE00",
            "\uD800",
            "\u0301",
            "ß",
            "ﷺ",
            "'; DROP TABLE",
            "<b>",
            "{{",
            "\u202E",
            "\n",
            "9"
        };
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(50) == 0 ? 8_000 : random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
