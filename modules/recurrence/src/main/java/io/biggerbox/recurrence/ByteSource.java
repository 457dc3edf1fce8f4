package io.biggerbox.recurrence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteSink} wrote. Every error is a {@link StateFormatException}. */
final class ByteSource {

    private final byte[] bytes;
    private final int end;
    private final String what;
    private int at;

    /** For a part of a form that has a version already. */
    ByteSource(byte[] bytes, int from, int end, String what) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.what = what;
    }

    ByteSource(byte[] bytes, int version, String what) {
        this(bytes, 0, bytes.length, what);
        int found = octet();
        if (found != version) {
            throw new StateFormatException(
                    what + " has codec version " + found + "; this program reads version " + version);
        }
    }

    int octet() {
        if (at >= end) {
            throw new StateFormatException(what + " ends after " + end + " bytes, more was expected");
        }
        return bytes[at++] & 0xFF;
    }

    /** A part that {@link ByteSink#part} wrote; it is passed over. */
    Bytes part() {
        int length = length();
        Bytes part = new Bytes(bytes, at, length);
        at += length;
        return part;
    }

    boolean flag() {
        return octet() != 0;
    }

    long number() {
        if (at < end && bytes[at] >= 0) {
            long one = bytes[at++];
            return (one >>> 1) ^ -(one & 1);
        }
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = octet();
            rest |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new StateFormatException(what + " holds a number longer than 64 bits");
    }

    int integer() {
        long value = number();
        if (value != (int) value) {
            throw new StateFormatException(what + " holds " + value + " where 32 bits were expected");
        }
        return (int) value;
    }

    /** A count of elements to come: never negative, never more than the bytes that are left. */
    int length() {
        int value = integer();
        if (value < 0 || value > end - at) {
            throw new StateFormatException(what + " announces " + value + " elements at byte " + at);
        }
        return value;
    }

    int fixed32() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | octet();
        }
        return value;
    }

    double real() {
        long high = fixed32();
        return Double.longBitsToDouble((high << 32) | (fixed32() & 0xFFFFFFFFL));
    }

    @Nullable
    String text() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        if (length > end - at) {
            throw new StateFormatException(what + " announces a text of " + length + " bytes at byte " + at);
        }
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    String textOrEmpty() {
        String value = text();
        return value == null ? "" : value;
    }

    /** A constant of an enum, or null where none was written. */
    <E extends Enum<E>> @Nullable E name(Class<E> type) {
        String name = text();
        if (name == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new StateFormatException(what + " holds the unknown " + type.getSimpleName() + " " + name);
        }
    }

    Instant instantOrEpoch() {
        Instant value = instant();
        return value == null ? Instant.EPOCH : value;
    }

    @Nullable
    Instant instant() {
        return flag() ? Instant.ofEpochSecond(number(), number()) : null;
    }
}
