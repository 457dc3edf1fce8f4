package io.biggerbox.intake.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of a JSON file, whichever way the tool wrote it: an array of objects, one or several wrapper objects that
 * hold the array under a known key, or objects one after the other. Works on bytes and holds one record at a time, so a
 * file of one long line is read in constant memory. Damage inside a record rejects that record; a string that is not closed
 * on its line ends the record there.
 */
public final class JsonDocument implements RowReader<ObjectNode> {

    private static final int END = -1;

    private final InputStream in;
    private final byte[] wrapperKey;
    private final int maxBytes;
    private final JsonObjects objects = new JsonObjects();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line = 1;
    private int arrays;
    private boolean insideWrapper;

    /**
     * @param in UTF-8 text
     * @param wrapperKey the key under which a wrapper object holds the array of records
     * @param maxBytes a record longer than this is rejected
     */
    public JsonDocument(InputStream in, String wrapperKey, int maxBytes) {
        this.in = in;
        this.wrapperKey = wrapperKey.getBytes(StandardCharsets.UTF_8);
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable ReadRow<ObjectNode> next() throws IOException {
        while (true) {
            int b = peek();
            if (b == END) {
                return null;
            }
            switch (b) {
                case ' ', '\t', '\r', '\n', ',', 0x1E, '}' -> take();
                case '[' -> {
                    take();
                    arrays++;
                }
                case ']' -> {
                    take();
                    leaveArray();
                }
                case '{' -> {
                    ReadRow<ObjectNode> row = object();
                    if (row != null) {
                        return row;
                    }
                }
                default -> {
                    return garbage();
                }
            }
        }
    }

    private void leaveArray() throws IOException {
        arrays = Math.max(0, arrays - 1);
        if (insideWrapper && arrays == 0) {
            insideWrapper = false;
            skipToWrapperEnd();
        }
    }

    /** One object; null when it turned out to be the wrapper of the records. */
    private @Nullable ReadRow<ObjectNode> object() throws IOException {
        long startLine = line;
        boolean outermost = arrays == 0;
        ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
        long total = 0;
        int depth = 0;
        int keyStart = 0;
        int keyEnd = 0;
        boolean inString = false;
        boolean escaped = false;
        boolean afterKey = false;
        while (true) {
            int b = peek();
            if (b == END || (inString && b == '\n')) {
                String reason = b == END ? "the file ends inside this record" : "a string is not closed on its line";
                return JsonObjects.broken(startLine, text(kept).text(), reason);
            }
            take();
            total++;
            if (kept.size() < maxBytes) {
                kept.write(b);
            }
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (b == '\\') {
                    escaped = true;
                } else if (b == '"') {
                    inString = false;
                    keyEnd = kept.size() - 1;
                }
                continue;
            }
            switch (b) {
                case '"' -> {
                    inString = true;
                    keyStart = kept.size();
                    afterKey = false;
                }
                case ':' -> afterKey = depth == 1;
                case '{' -> {
                    depth++;
                    afterKey = false;
                }
                case '[' -> {
                    if (outermost && afterKey && isWrapperKey(kept, keyStart, keyEnd)) {
                        arrays++;
                        insideWrapper = true;
                        return null;
                    }
                    depth++;
                    afterKey = false;
                }
                case '}', ']' -> {
                    depth--;
                    if (depth == 0) {
                        return finish(startLine, kept, total);
                    }
                }
                case ' ', '\t', '\r', '\n' -> {
                    // Blanks between a key and its value change nothing.
                }
                default -> afterKey = false;
            }
        }
    }

    private boolean isWrapperKey(ByteArrayOutputStream kept, int start, int end) {
        if (end - start != wrapperKey.length) {
            return false;
        }
        byte[] bytes = kept.toByteArray();
        return Arrays.equals(bytes, start, end, wrapperKey, 0, wrapperKey.length);
    }

    private ReadRow<ObjectNode> finish(long startLine, ByteArrayOutputStream kept, long total) {
        if (total > maxBytes) {
            String reason = "the record has " + total + " bytes; at most " + maxBytes + " are read";
            String head = new String(kept.toByteArray(), 0, Math.min(kept.size(), 1 << 16), StandardCharsets.UTF_8);
            return new ReadRow.Damaged<>(
                    startLine,
                    head + " [cut]",
                    RowFault.ofRow(
                            RejectKind.TOO_LARGE, reason, "Shorten the text at its source, or split the record."));
        }
        Utf8.Decoded decoded = text(kept);
        RowFault fault = decoded.fault();
        return fault == null
                ? objects.parse(startLine, decoded.text())
                : new ReadRow.Damaged<>(startLine, decoded.text(), fault);
    }

    /** Something that is no object where a record should be: a row of its own, to the end of its line or element. */
    private ReadRow<ObjectNode> garbage() throws IOException {
        long startLine = line;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean inString = false;
        boolean escaped = false;
        while (true) {
            int b = peek();
            boolean elementEnds = !inString && arrays > 0 && (b == ',' || b == ']');
            if (b == END || b == '\n' || elementEnds) {
                return JsonObjects.broken(startLine, text(kept).text().stripTrailing(), "not a JSON object");
            }
            take();
            if (kept.size() < maxBytes) {
                kept.write(b);
            }
            if (b == '"' && !escaped) {
                inString = !inString;
            }
            escaped = b == '\\' && !escaped;
        }
    }

    private void skipToWrapperEnd() throws IOException {
        int depth = 1;
        boolean inString = false;
        boolean escaped = false;
        while (depth > 0) {
            int b = peek();
            if (b == END) {
                return;
            }
            take();
            if (inString) {
                inString = b != '"' || escaped;
                escaped = b == '\\' && !escaped;
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
    }

    private static Utf8.Decoded text(ByteArrayOutputStream kept) {
        byte[] bytes = kept.toByteArray();
        return Utf8.decode(bytes, 0, bytes.length);
    }

    private int peek() throws IOException {
        if (position >= limit) {
            position = 0;
            limit = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
            if (limit == 0) {
                return END;
            }
        }
        return buffer[position] & 0xFF;
    }

    private void take() {
        if (buffer[position++] == '\n') {
            line++;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
