package io.biggerbox.events.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** One record is at fault, and stays so however often it is tried: it belongs in the dead letters. */
public final class BadRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param reason what is wrong, in the terms of the wire format
     * @param message what is wrong, for a human; holds no content of the record
     * @param cause what the decoder or the registry said, or null
     */
    public BadRecordException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong, in the terms of the wire format. */
    public Reason reason() {
        return reason;
    }

    /** The ways in which a record can be bad. */
    public enum Reason {
        /** Fewer bytes than the format's header. */
        TOO_SHORT,
        /** The first byte is not the format's. */
        NOT_WIRE_FORMAT,
        /** The registry does not know the schema id. */
        UNKNOWN_SCHEMA,
        /** The schema that the record was written with cannot be read as the expected one, or is no Avro schema. */
        INCOMPATIBLE_SCHEMA,
        /** The value ends early, or its bytes make no sense under the schema it names. */
        CORRUPT,
        /** The value is followed by bytes that belong to nothing. */
        TRAILING_BYTES,
        /** Writing only: the record violates its own schema, for instance null in a field that must not be. */
        UNWRITABLE
    }
}
