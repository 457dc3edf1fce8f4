package io.biggerbox.events.wire;

import io.biggerbox.events.wire.BadRecordException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The reading half of {@link AvroSerde}: whatever schema a record was written with, the caller gets the one of {@code T}.
 *
 * @param <T> the generated record class
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final RegistryConnection connection;
    private final Class<T> type;
    private final SpecificData model;
    private final Schema expected;
    private final ConcurrentMap<Integer, Writer<T>> writerById = new ConcurrentHashMap<>();

    /** See {@link AvroSerde#AvroSerde(RegistryConnection, Class)}. */
    public AvroDeserializer(RegistryConnection connection, Class<T> type) {
        this.connection = connection;
        this.type = type;
        this.model = SpecificData.getForClass(type);
        this.expected = model.getSchema(type);
    }

    Class<T> type() {
        return type;
    }

    /** What is known of the records under one schema id. */
    private record Writer<T>(Schema schema, DatumReader<T> reader) {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        WireFormat.requireValue(isKey);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < WireFormat.HEADER_LENGTH) {
            throw bad(Reason.TOO_SHORT, topic, bytes, "is shorter than the wire format's header", null);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.get() != WireFormat.MAGIC) {
            throw bad(Reason.NOT_WIRE_FORMAT, topic, bytes, "does not begin with the wire format's zero byte", null);
        }
        int id = header.getInt();
        return decode(topic, bytes, id, writer(topic, bytes, id));
    }

    private T decode(String topic, byte[] bytes, int id, Writer<T> writer) {
        BoundedDecoder decoder = new BoundedDecoder(bytes, WireFormat.HEADER_LENGTH);
        T value;
        try {
            // No instance to re-use, hence never null.
            value = writer.reader().read(null, decoder);
        } catch (EOFException e) {
            throw bad(Reason.CORRUPT, topic, bytes, "ends early under schema id " + id, e);
        } catch (IOException | RuntimeException e) {
            // Avro reports both kinds alike. Some schemas that do not go together still have records that do: decode
            // first.
            if (!readable(writer.schema())) {
                String what = "was written with schema id " + id + ", which cannot be read as " + type.getSimpleName();
                throw bad(Reason.INCOMPATIBLE_SCHEMA, topic, bytes, what, e);
            }
            throw bad(Reason.CORRUPT, topic, bytes, "makes no sense under schema id " + id, e);
        }
        if (decoder.remaining() > 0) {
            String what = "has " + decoder.remaining() + " bytes after its value under schema id " + id;
            throw bad(Reason.TRAILING_BYTES, topic, bytes, what, null);
        }
        return value;
    }

    private Writer<T> writer(String topic, byte[] bytes, int id) {
        Writer<T> known = writerById.get(id);
        if (known != null) {
            return known;
        }
        if (id <= 0) {
            throw bad(Reason.UNKNOWN_SCHEMA, topic, bytes, "names schema id " + id + ", and ids begin at 1", null);
        }
        Schema schema;
        try {
            schema = connection.schemaOf(id);
        } catch (BadRecordException e) {
            throw bad(e.reason(), topic, bytes, "names a schema that is of no use", e);
        }
        Writer<T> writer = new Writer<>(schema, new SpecificDatumReader<>(schema, expected, model));
        writerById.put(id, writer);
        return writer;
    }

    private boolean readable(Schema written) {
        return SchemaCompatibility.checkReaderWriterCompatibility(expected, written)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static BadRecordException bad(
            Reason reason, String topic, byte[] bytes, String what, @Nullable Exception cause) {
        String detail = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new BadRecordException(
                reason, "a record of " + bytes.length + " bytes on " + topic + " " + what + detail, cause);
    }
}
