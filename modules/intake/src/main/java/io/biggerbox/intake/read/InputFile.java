package io.biggerbox.intake.read;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An open file whose text comes out as UTF-8, whatever its encoding, and which knows how far it has been read. */
public final class InputFile implements Closeable {

    private static final int PROBE = 4096;

    private final InputStream utf8;
    private final AtomicLong bytesRead;
    private final long size;

    private InputFile(InputStream utf8, AtomicLong bytesRead, long size) {
        this.utf8 = utf8;
        this.bytesRead = bytesRead;
        this.size = size;
    }

    /**
     * Opens a file. A byte order mark decides the encoding; without one it is the requested encoding, else UTF-8.
     *
     * @param requested the encoding to take when there is no byte order mark; null for UTF-8
     * @throws UnreadableException if the file is empty, or plainly not text in that encoding
     * @throws IOException if the file cannot be read
     */
    public static InputFile open(Path file, @Nullable Charset requested) throws IOException {
        long size = Files.size(file);
        AtomicLong count = new AtomicLong();
        BufferedInputStream in =
                new BufferedInputStream(new CountingStream(Files.newInputStream(file), count), 1 << 16);
        try {
            in.mark(PROBE + 1);
            byte[] head = in.readNBytes(PROBE);
            in.reset();
            Charset marked = markedCharset(head);
            Charset charset = marked != null ? marked : requested != null ? requested : StandardCharsets.UTF_8;
            in.skipNBytes(marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2);
            if (isBlank(head) && size <= head.length) {
                throw new UnreadableException("is empty", "Export it again: not even a header was found in it.");
            }
            if (marked == null && charset.equals(StandardCharsets.UTF_8)) {
                refuseOtherEncodings(head);
            }
            boolean plain = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
            return new InputFile(plain ? in : new TranscodingStream(in, charset), count, size);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The text as UTF-8, without byte order mark. */
    public InputStream utf8() {
        return utf8;
    }

    /** Bytes of the file read so far; may be asked from another thread. */
    public long bytesRead() {
        return bytesRead.get();
    }

    /** The file's size in bytes when it was opened. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        utf8.close();
    }

    private static @Nullable Charset markedCharset(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte[] head) {
        for (byte b : head) {
            // The bytes of a mark count as blank: a file of nothing but a mark is empty.
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF || b == (byte) 0xFF;
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b != (byte) 0xFE && !mark) {
                return false;
            }
        }
        return true;
    }

    /** Every second byte of Latin text in UTF-16 is a zero; text in UTF-8 has next to none. */
    private static void refuseOtherEncodings(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if ((even + odd) * 10 < head.length || even + odd < 4) {
            return;
        }
        if (odd > even * 4) {
            throw utf16("UTF-16LE");
        }
        if (even > odd * 4) {
            throw utf16("UTF-16BE");
        }
        throw new UnreadableException(
                "is not a text file: many of its bytes are zero",
                "Export it as text (CSV or JSON); a spreadsheet or an archive cannot be read.");
    }

    private static UnreadableException utf16(String name) {
        return new UnreadableException(
                "looks like " + name + " but has no byte order mark", "Name the encoding: --encoding " + name + ".");
    }

    private static final class CountingStream extends FilterInputStream {
        private final AtomicLong count;

        CountingStream(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count.incrementAndGet();
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n > 0) {
                count.addAndGet(n);
            }
            return n;
        }
    }
}
