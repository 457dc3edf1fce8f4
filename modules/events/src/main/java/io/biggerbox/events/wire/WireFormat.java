package io.biggerbox.events.wire;

/** The constants of Confluent's wire format and of the subjects that go with it. */
final class WireFormat {
    static final byte MAGIC = 0;
    /** The magic byte and the schema id. */
    static final int HEADER_LENGTH = 1 + Integer.BYTES;

    private WireFormat() {}

    static String subject(String topic) {
        return topic + "-value";
    }

    static void requireValue(boolean isKey) {
        if (isKey) {
            throw new IllegalArgumentException("this serde is for values; keys on our topics are strings");
        }
    }
}
