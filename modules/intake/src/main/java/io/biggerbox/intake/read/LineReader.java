package io.biggerbox.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Physical lines of UTF-8 text with their numbers. Only a line feed ends a line (with or without a carriage return before
 * it): other characters that some readers take for line ends occur inside texts. A file that has carriage returns and no
 * line feed is read by its carriage returns. Not thread-safe.
 */
public final class LineReader implements Closeable {

    private static final int KEPT_OF_AN_OVERLONG_LINE = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte terminator = '\n';
    private boolean started;
    private long number;
    private byte[] line = new byte[1024];
    private int length;

    /**
     * @param in UTF-8 text
     * @param maxBytes the longest line that is kept whole, in bytes
     */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * One line.
     *
     * @param number its number, from 1
     * @param text the text without its end
     * @param end the characters that ended it; empty at the end of the file
     * @param fault null when the line could be decoded and was not too long
     */
    public record Line(long number, String text, String end, @Nullable RowFault fault) {}

    /**
     * The next line, or null at the end.
     *
     * @throws IOException if the file cannot be read
     */
    public @Nullable Line next() throws IOException {
        length = 0;
        long total = 0;
        boolean any = false;
        boolean ended = false;
        while (!ended && fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != terminator) {
                end++;
            }
            keep(end - position);
            total += end - position;
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        return any ? line(total, ended) : null;
    }

    private Line line(long total, boolean ended) {
        number++;
        String end = !ended ? "" : terminator == '\n' ? "\n" : "\r";
        int kept = length;
        if (ended && terminator == '\n' && kept > 0 && line[kept - 1] == '\r' && total == kept) {
            kept--;
            end = "\r\n";
        }
        if (total > maxBytes) {
            Utf8.Decoded head = Utf8.decode(line, 0, Math.min(kept, KEPT_OF_AN_OVERLONG_LINE));
            String reason = "the line has " + total + " bytes; at most " + maxBytes + " are read";
            return new Line(
                    number,
                    head.text() + " [cut]",
                    end,
                    RowFault.ofRow(
                            RejectKind.TOO_LARGE, reason, "Shorten the text at its source, or split the record."));
        }
        Utf8.Decoded decoded = Utf8.decode(line, 0, kept);
        return new Line(number, decoded.text(), end, decoded.fault());
    }

    private void keep(int count) {
        // Whatever exceeds the limit is counted by the caller but not stored: memory stays constant.
        int room = Math.min(count, maxBytes + 2 - length);
        if (room <= 0) {
            return;
        }
        if (length + room > line.length) {
            line = Arrays.copyOf(line, Math.max(length + room, line.length * 2));
        }
        System.arraycopy(buffer, position, line, length, room);
        length += room;
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        if (!started) {
            started = true;
            if (!contains((byte) '\n') && contains((byte) '\r')) {
                terminator = '\r';
            }
        }
        return limit > 0;
    }

    private boolean contains(byte wanted) {
        for (int i = 0; i < limit; i++) {
            if (buffer[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
