package io.biggerbox.intake;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Source records as bytes for the time of one import: a byte for the type, then Avro's binary encoding. Not thread-safe. */
final class EventCodec {

    private final List<Format<?>> formats =
            List.of(new Format<>(Review.class), new Format<>(Ticket.class), new Format<>(Survey.class));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    private static final class Format<T extends SpecificRecord> {
        private final Class<T> type;
        private final SpecificDatumWriter<SpecificRecord> writer;
        private final SpecificDatumReader<T> reader;

        Format(Class<T> type) {
            this.type = type;
            reader = new SpecificDatumReader<>(type);
            writer = new SpecificDatumWriter<>(reader.getSchema(), reader.getSpecificData());
        }
    }

    byte[] encode(SpecificRecord event) {
        for (int i = 0; i < formats.size(); i++) {
            Format<?> format = formats.get(i);
            if (format.type.isInstance(event)) {
                out.reset();
                out.write(i);
                try {
                    encoder = EncoderFactory.get().binaryEncoder(out, encoder);
                    format.writer.write(event, encoder);
                    encoder.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException("in memory there is nothing to fail", e);
                }
                return out.toByteArray();
            }
        }
        throw new IllegalArgumentException("not a source record: " + event.getClass());
    }

    SpecificRecord decode(byte[] bytes) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
            return read(formats.get(bytes[0]), decoder);
        } catch (IOException e) {
            throw new UncheckedIOException("these bytes were not written by this class", e);
        }
    }

    private static <T extends SpecificRecord> SpecificRecord read(Format<T> format, BinaryDecoder from)
            throws IOException {
        return format.reader.read(null, from);
    }
}
