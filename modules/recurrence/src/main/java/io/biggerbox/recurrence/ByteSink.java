package io.biggerbox.recurrence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the compact form of the state: variable-length integers, because most counts are tiny. */
final class ByteSink {

    private byte[] bytes = new byte[256];
    private int size;

    ByteSink(int version) {
        octet(version);
    }

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Zigzag, then seven bits a byte: −64…63 take one byte. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
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
        for (byte b : utf8) {
            octet(b);
        }
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
