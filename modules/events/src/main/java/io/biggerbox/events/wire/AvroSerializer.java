package io.biggerbox.events.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The writing half of {@link AvroSerde}.
 *
 * @param <T> the generated record class
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private static final int TYPICAL_SIZE = 512;

    /** Avro's own would take four times as much for each record. */
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(TYPICAL_SIZE);

    private final RegistryConnection connection;
    private final Class<T> type;
    private final Schema registered;
    private final DatumWriter<T> writer;
    private final @Nullable String pinnedTopic;
    private final ConcurrentMap<String, Integer> idBySubject = new ConcurrentHashMap<>();

    /** See {@link AvroSerde#AvroSerde(RegistryConnection, Class)}. */
    public AvroSerializer(RegistryConnection connection, Class<T> type) {
        this(connection, type, null);
    }

    private AvroSerializer(RegistryConnection connection, Class<T> type, @Nullable String pinnedTopic) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        this.connection = connection;
        this.type = type;
        this.registered = CleanSchema.of(schema);
        this.writer = new SpecificDatumWriter<>(schema, model);
        this.pinnedTopic = pinnedTopic;
    }

    /** See {@link AvroSerde#pinnedTo(String)}. */
    public AvroSerializer<T> pinnedTo(String topic) {
        return new AvroSerializer<>(connection, type, topic);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        WireFormat.requireValue(isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        byte[] bytes = encode(topic, value);
        ByteBuffer.wrap(bytes).put(WireFormat.MAGIC).putInt(idFor(topic));
        return bytes;
    }

    private byte[] encode(String topic, T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE);
        out.write(new byte[WireFormat.HEADER_LENGTH], 0, WireFormat.HEADER_LENGTH);
        try {
            BinaryEncoder encoder = ENCODERS.binaryEncoder(out, null);
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new BadRecordException(
                    BadRecordException.Reason.UNWRITABLE,
                    "a " + type.getSimpleName() + " for " + topic + " violates its schema: " + e.getMessage(),
                    e);
        }
        return out.toByteArray();
    }

    private int idFor(String topic) {
        String subject = WireFormat.subject(pinnedTopic == null ? topic : pinnedTopic);
        Integer known = idBySubject.get(subject);
        if (known != null) {
            return known;
        }
        // Not computeIfAbsent: that would hold a lock of the map while the registry is asked.
        int id = connection.idOf(subject, registered);
        idBySubject.put(subject, id);
        return id;
    }
}
