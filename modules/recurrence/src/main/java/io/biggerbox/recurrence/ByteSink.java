package io.biggerbox.recurrence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the compact form of the state: variable-length integers, because most counts are tiny. */
final class ByteSink {

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[256];
    private int size;

    ByteSink(int version) {
        octet(version);
    }

    void octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void octets(byte[] values) {
        reserve(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
    }

    /** Bytes that nobody has looked into, with their length before them. */
    void part(Bytes part) {
        number(part.length());
        reserve(part.length());
        part.copyTo(bytes, size);
        size += part.length();
    }

    /** What {@code content} writes, with its length before it; see {@link ByteSource#part}. */
    void part(Consumer<ByteSink> content) {
        int before = size;
        content.accept(this);
        int length = size - before;
        number(length);
        // The length was written behind it, for it was not known: both change places.
        byte[] prefix = Arrays.copyOfRange(bytes, before + length, size);
        System.arraycopy(bytes, before, bytes, before + prefix.length, length);
        System.arraycopy(prefix, 0, bytes, before, prefix.length);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + more));
        }
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Zigzag, then seven bits a byte: −64…63 take one byte. */
    void number(long value) {
        reserve(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        if ((rest & ~0x7FL) == 0) {
            bytes[size++] = (byte) rest;
            return;
        }
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void fixed32(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            octet(value >>> shift);
        }
    }

    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        fixed32((int) (bits >>> 32));
        fixed32((int) bits);
    }

    void text(@Nullable String value) {
        if (value == null) {
            number(-1);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        octets(utf8);
    }

    void instant(@Nullable Instant value) {
        flag(value != null);
        if (value != null) {
            number(value.getEpochSecond());
            number(value.getNano());
        }
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }
}
