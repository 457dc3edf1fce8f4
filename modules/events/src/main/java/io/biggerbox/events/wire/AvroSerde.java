package io.biggerbox.events.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of type {@code T} in Confluent's wire format. The subject is {@code <topic>-value}; a null value is a tombstone and
 * stays null both ways. Thread-safe; the connection is shared and not closed with the serde.
 *
 * <p>Writing throws {@link BadRecordException} for a record that violates its schema, {@link SchemaRefusedException} for a schema
 * that the registry does not take. Reading throws {@link BadRecordException} for bytes that are no such record. Both throw
 * {@link RegistryUnavailableException} when an unknown schema cannot be asked for.
 *
 * @param <T> the generated record class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;

    /**
     * @param connection the registry, shared by all serdes of the JVM
     * @param type the generated class; its schema is what readers get and what writers register
     */
    public AvroSerde(RegistryConnection connection, Class<T> type) {
        this(new AvroSerializer<>(connection, type), new AvroDeserializer<>(connection, type));
    }

    private AvroSerde(AvroSerializer<T> serializer, AvroDeserializer<T> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /**
     * A serde that writes every topic under one topic's subject: for the internal topics and stores of a stream application,
     * which would otherwise each leave a subject of its own in the registry.
     *
     * @param topic the public topic whose subject is used
     */
    public AvroSerde<T> pinnedTo(String topic) {
        return new AvroSerde<>(serializer.pinnedTo(topic), deserializer);
    }

    /** The generated class. */
    public Class<T> type() {
        return deserializer.type();
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }
}
