package io.biggerbox.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.wire.BadRecordException.Reason;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Whatever arrives on a topic is a record, a tombstone or a {@link BadRecordException}: never another error, never a huge allocation. */
class BadBytesTest {
    private static final String TOPIC = "notes";

    private final RegistryConnection registry =
            RegistryConnection.using(new MockSchemaRegistryClient(), WireSettings.of("mock://unused"));
    private final AvroSerde<Note> serde = new AvroSerde<>(registry, Note.class);
    private final byte[] good =
            serde.serializer().serialize(TOPIC, new Note("n1", 5, List.of("a", "b"), "hello there"));

    @Test
    void tooShort() {
        for (int length = 0; length < 5; length++) {
            expect(Reason.TOO_SHORT, new byte[length]);
        }
    }

    @Test
    void notTheFormat() {
        expect(Reason.NOT_WIRE_FORMAT, "{\"id\":\"n1\",\"stars\":5}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unknownSchemaIds() {
        for (int id : new int[] {4711, 0, -1, Integer.MIN_VALUE}) {
            byte[] bytes = good.clone();
            ByteBuffer.wrap(bytes).putInt(1, id);
            expect(Reason.UNKNOWN_SCHEMA, bytes);
        }
    }

    @Test
    void everyTruncationIsSeen() {
        for (int length = 5; length < good.length; length++) {
            expect(Reason.CORRUPT, Arrays.copyOf(good, length));
        }
    }

    @Test
    void bytesAfterTheValueAreSeen() {
        expect(Reason.TRAILING_BYTES, Arrays.copyOf(good, good.length + 1));
    }

    @Test
    void aSchemaOfAnotherShapeIsNamedAsTheCause() {
        GenericRecord foreign = new GenericData.Record(Note.foreignSchema());
        foreign.put("id", "n1");
        foreign.put("stars", "five");
        int id = registry.idOf("foreign-value", Note.foreignSchema());
        expect(Reason.INCOMPATIBLE_SCHEMA, Wire.bytes(id, foreign));
    }

    @Test
    void absurdLengthsAllocateNothing() {
        byte[] twoGigabytes = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        for (int at = 5; at < good.length; at++) {
            byte[] bytes = Arrays.copyOf(good, at + twoGigabytes.length);
            System.arraycopy(twoGigabytes, 0, bytes, at, twoGigabytes.length);
            assertReadableOrBad(bytes);
        }
    }

    @Test
    void noFlippedBitEscapes() {
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            assertReadableOrBad(bytes);
        }
    }

    @Test
    void noGarbageEscapes() {
        Random random = new Random(20260101);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(good, 5 + random.nextInt(60));
            byte[] noise = new byte[bytes.length - 5];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, 5, noise.length);
            assertReadableOrBad(bytes);
        }
    }

    @Test
    void theMessageSaysWhereButNotWhat() {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, Arrays.copyOf(good, good.length + 3)))
                .hasMessageContaining("on notes")
                .hasMessageContaining("3 bytes after its value")
                .hasMessageNotContaining("hello");
    }

    private void expect(Reason reason, byte[] bytes) {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOfSatisfying(
                        BadRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private void assertReadableOrBad(byte[] bytes) {
        try {
            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isNotNull();
        } catch (BadRecordException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
