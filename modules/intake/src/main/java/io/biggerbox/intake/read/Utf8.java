package io.biggerbox.intake.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Strict decoding that names the bytes it cannot decode instead of hiding them. */
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String REMEDY = "If the file is not UTF-8, name its encoding, for instance"
            + " --encoding windows-1252; otherwise repair the row at its source.";

    private Utf8() {}

    /**
     * Text decoded from bytes.
     *
     * @param text the text, with {@code \xHH} in place of bytes that are not UTF-8
     * @param fault null when all bytes were valid
     */
    record Decoded(String text, @Nullable RowFault fault) {}

    /** Decodes UTF-8 strictly. */
    static Decoded decode(byte[] bytes, int offset, int length) {
        String fast = new String(bytes, offset, length, StandardCharsets.UTF_8);
        // The quick decoder marks damage with U+FFFD, which may also be an honest character of the text.
        if (fast.indexOf(REPLACEMENT) < 0) {
            return new Decoded(fast, null);
        }
        return decodeStrictly(ByteBuffer.wrap(bytes, offset, length));
    }

    private static Decoded decodeStrictly(ByteBuffer in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        StringBuilder text = new StringBuilder(in.remaining());
        CharBuffer out = CharBuffer.allocate(4096);
        int start = in.position();
        int firstBad = -1;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                firstBad = firstBad < 0 ? in.position() - start : firstBad;
                for (int i = 0; i < result.length(); i++) {
                    text.append(String.format(Locale.ROOT, "\\x%02X", in.get() & 0xFF));
                }
                decoder.reset();
            }
        }
        if (firstBad < 0) {
            return new Decoded(text.toString(), null);
        }
        String reason = "the byte at offset " + firstBad + " of the row's line is not valid UTF-8";
        return new Decoded(text.toString(), RowFault.ofRow(RejectKind.MALFORMED_BYTES, reason, REMEDY));
    }
}
