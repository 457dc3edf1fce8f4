package io.biggerbox.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Review;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private static final String TOPIC = "notes";

    private final MockSchemaRegistryClient client = new MockSchemaRegistryClient();
    private final RegistryConnection registry = RegistryConnection.using(client, WireSettings.of("mock://unused"));
    private final AvroSerde<Note> serde = new AvroSerde<>(registry, Note.class);

    @Test
    void readsWhatItWrites() {
        Note note = new Note("n1", -7, List.of("a", "", "ü€😀"), "fine");
        assertThat(read(write(note))).isEqualTo(note);
        Note bare = new Note("", Integer.MIN_VALUE, List.of(), null);
        assertThat(read(write(bare))).isEqualTo(bare);
    }

    @Test
    void textIsJavaStrings() {
        Note note = read(write(new Note("n1", 1, List.of("a"), "c")));
        assertThat(note.get(0)).isInstanceOf(String.class);
        assertThat((List<?>) note.get(2)).allMatch(tag -> tag instanceof String);
    }

    @Test
    void aTombstoneStaysATombstone() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void theHeaderIsAZeroByteAndTheSchemaId() throws Exception {
        byte[] bytes = write(new Note("n1", 1, List.of(), null));
        int id = client.getLatestSchemaMetadata("notes-value").getId();
        assertThat(bytes).startsWith(0, 0, 0, 0, id);
    }

    @Test
    void subjectsAreCleanAndOnePerTopic() throws Exception {
        write(new Note("n1", 1, List.of(), null));
        serde.serializer().serialize("other", new Note("n1", 1, List.of(), null));
        assertThat(client.getAllSubjects()).containsExactlyInAnyOrder("notes-value", "other-value");
        String schema = client.getLatestSchemaMetadata("notes-value").getSchema();
        assertThat(schema).doesNotContain("avro.java.string");
        assertThat(new Schema.Parser().parse(schema)).isEqualTo(CleanSchema.of(Note.SCHEMA$));
    }

    @Test
    void generatedRecordsRegisterTheirAvscFile() throws Exception {
        Schema clean = CleanSchema.of(Review.getClassSchema());
        assertThat(Review.getClassSchema().toString()).contains("avro.java.string");
        assertThat(clean.toString()).doesNotContain("avro.java.string");
        registry.idOf("voc.reviews-value", clean);
        assertThat(client.getLatestSchemaMetadata("voc.reviews-value").getSchema())
                .isEqualTo(clean.toString());
    }

    @Test
    void aPinnedSerdeLeavesNoSubjectOfItsOwn() throws Exception {
        AvroSerde<Note> pinned = serde.pinnedTo("notes");
        byte[] bytes = pinned.serializer().serialize("app-store-changelog", new Note("n1", 1, List.of(), null));
        assertThat(client.getAllSubjects()).containsExactly("notes-value");
        assertThat(pinned.deserializer().deserialize("app-store-changelog", bytes))
                .isEqualTo(new Note("n1", 1, List.of(), null));
    }

    @Test
    void recordsOfAnOlderSchemaGetDefaults() {
        GenericRecord old = new GenericData.Record(Note.olderSchema());
        old.put("id", "n1");
        old.put("legacy", Map.of("x", 4L, "y", 5L));
        old.put("stars", 3);
        assertThat(read(Wire.bytes(registry.idOf("notes-value", Note.olderSchema()), old)))
                .isEqualTo(new Note("n1", 3, List.of(), null));
    }

    @Test
    void aRecordThatViolatesItsSchemaIsBad() {
        assertThatThrownBy(() -> write(new Note(null, 1, List.of(), null)))
                .isInstanceOfSatisfying(BadRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(BadRecordException.Reason.UNWRITABLE))
                .hasMessageContaining("Note for notes");
    }

    @Test
    void anIncompatibleProgramIsRefusedAndNoRecordIsBlamed() throws Exception {
        String conflict = "{\"error_code\":409,\"message\":\"Schema being registered is incompatible\"}";
        try (FakeRegistry strict = new FakeRegistry(request -> new FakeRegistry.Answer(409, conflict));
                RegistryConnection connection = RegistryConnection.connect(WireSettings.of(strict.url()))) {
            AvroSerializer<Note> serializer = new AvroSerializer<>(connection, Note.class);
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Note("n1", 1, List.of(), null)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("notes-value")
                    .hasMessageContaining("incompatible");
        }
    }

    @Test
    void withoutRegisteringTheSchemaMustBeThere() {
        WireSettings strict = WireSettings.of("mock://unused").withAutoRegister(false);
        RegistryConnection readOnly = RegistryConnection.using(client, strict);
        Note note = new Note("n1", 1, List.of(), null);
        assertThatThrownBy(() -> new AvroSerializer<>(readOnly, Note.class).serialize(TOPIC, note))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("register it first");
        byte[] registered = write(note);
        assertThat(new AvroSerializer<>(readOnly, Note.class).serialize(TOPIC, note))
                .isEqualTo(registered);
    }

    @Test
    void itIsForValuesOnly() {
        serde.configure(Map.of(), false);
        assertThatThrownBy(() -> serde.configure(Map.of(), true)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] write(Note note) {
        return serde.serializer().serialize(TOPIC, note);
    }

    private Note read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }
}
