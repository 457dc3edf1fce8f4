package io.biggerbox.sentences;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a protocol buffers message, where it lies in a file.
 *
 * @param number its number in the message
 * @param start where its tag begins
 * @param from where its content begins
 * @param to where it ends, exclusive
 */
record WireField(int number, int start, int from, int to) {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    /** The fields between two places. */
    static List<WireField> of(byte[] file, int from, int to) throws IOException {
        List<WireField> fields = new ArrayList<>();
        int at = from;
        while (at < to) {
            int content = afterVarint(file, at, to);
            long tag = varint(file, at, content);
            long length =
                    switch ((int) (tag & 7)) {
                        case VARINT -> afterVarint(file, content, to) - content;
                        case EIGHT_BYTES -> Long.BYTES;
                        case FOUR_BYTES -> Integer.BYTES;
                        case LENGTH -> {
                            int begin = content;
                            content = afterVarint(file, begin, to);
                            yield varint(file, begin, content);
                        }
                        default -> throw new IOException("not a protocol buffers message");
                    };
            if (length < 0 || length > to - content) {
                throw new IOException("a protocol buffers message is cut off");
            }
            int end = content + (int) length;
            fields.add(new WireField((int) (tag >>> 3), at, content, end));
            at = end;
        }
        return fields;
    }

    private static int afterVarint(byte[] file, int from, int to) throws IOException {
        int at = from;
        while (at < to && file[at] < 0) {
            at++;
        }
        if (at >= to) {
            throw new IOException("a protocol buffers message is cut off");
        }
        return at + 1;
    }

    private static long varint(byte[] file, int from, int to) {
        long value = 0;
        for (int at = to - 1; at >= from; at--) {
            value = (value << 7) | (file[at] & 0x7f);
        }
        return value;
    }

    /** Its content as text. */
    String text(byte[] file) {
        return new String(file, from, to - from, StandardCharsets.UTF_8);
    }

    /** Writes it as it is. */
    void copy(byte[] file, ByteArrayOutputStream out) {
        out.write(file, start, to - start);
    }

    /** Writes a field of a given content. */
    static void write(ByteArrayOutputStream out, int number, byte[] content) {
        writeVarint(out, ((long) number << 3) | LENGTH);
        writeVarint(out, content.length);
        out.writeBytes(content);
    }

    private static void writeVarint(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest > 0x7f) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
