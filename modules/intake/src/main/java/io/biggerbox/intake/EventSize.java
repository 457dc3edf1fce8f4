package io.biggerbox.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The size of an event in Avro's binary encoding, measured only when the row is long enough for it to matter. */
final class EventSize {

    /** What ids, names and constants can add to what stands in the row. */
    private static final int OVERHEAD = 16 * 1024;

    private @Nullable BinaryEncoder encoder;

    /** Whether the event may be larger than the limit, judged by its row: three bytes a character at most. */
    static boolean mayExceed(int limit, String raw) {
        return (long) raw.length() * 3 + OVERHEAD > limit
                && raw.getBytes(StandardCharsets.UTF_8).length + (long) OVERHEAD > limit;
    }

    /** Bytes of the event in Avro's binary encoding. */
    long of(SpecificRecord event) {
        CountingStream out = new CountingStream();
        try {
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.count;
    }

    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
