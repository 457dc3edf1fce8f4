package io.biggerbox.topologies.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes internal records in Avro's single-object encoding: the schema's fingerprint stands in front of
 * every value, so stores and repartition topics need no registry, and a schema that has changed since a
 * store was written is noticed at once.
 *
 * @param <T> type of the records
 */
public final class StateSerde<T extends SpecificRecord> implements Serde<T> {

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /**
     * A serde for one record type.
     *
     * @param type the generated class
     */
    public StateSerde(Class<T> type) {
        SpecificData model = SpecificData.getForClass(type);
        var schema = model.getSchema(type);
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema);
    }

    /** The bytes of {@code value}. */
    public byte[] write(T value) {
        try {
            ByteBuffer buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new SerializationException("cannot write " + value.getSchema().getFullName(), e);
        }
    }

    /** The record in {@code bytes}. */
    public T read(byte[] bytes) {
        try {
            return decoder.decode(bytes, null);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("internal record is damaged or of an unknown schema", e);
        }
    }

    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            @SuppressWarnings("NullAway") // Kafka passes tombstones as null
            public byte[] serialize(String topic, @Nullable T value) {
                return value == null ? null : write(value);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            @SuppressWarnings("NullAway") // Kafka passes tombstones as null
            public T deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : read(bytes);
            }
        };
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // nothing to configure
    }
}
