package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.events.Review;
import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.events.wire.BadRecordException;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.SchemaRefusedException;
import io.biggerbox.events.wire.WireSettings;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What we ask of a schema registry, whoever made it. Each test has subjects of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistryContract {

    private static final Path SCHEMAS = Path.of(System.getProperty("repository.root"), "schemas");

    private static final Schema FIRST =
            SchemaBuilder.record("Thing").fields().requiredString("id").endRecord();
    private static final Schema SECOND = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("id")
            .optionalString("note")
            .endRecord();
    private static final Schema BREAKING = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("id")
            .requiredInt("size")
            .endRecord();

    /** Address of the registry, whose default level of compatibility is BACKWARD. */
    abstract String registryUrl();

    /** A client that remembers nothing of the others. */
    final SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(List.of(registryUrl()), 100);
    }

    private RegistryConnection connection(boolean autoRegister) {
        return RegistryConnection.connect(WireSettings.of(registryUrl()).withAutoRegister(autoRegister));
    }

    @Test
    void registersAndFinds() throws IOException, RestClientException {
        int first = client().register("found-value", new AvroSchema(FIRST));
        assertThat(client().register("found-value", new AvroSchema(FIRST))).isEqualTo(first);
        int second = client().register("found-value", new AvroSchema(SECOND));

        assertThat(second).isNotEqualTo(first);
        assertThat(client().getSchemaById(first).rawSchema()).isEqualTo(FIRST);
        assertThat(client().getSchemaById(second).rawSchema()).isEqualTo(SECOND);
        assertThat(client().getAllVersions("found-value")).containsExactly(1, 2);
        assertThat(client().getLatestSchemaMetadata("found-value").getId()).isEqualTo(second);
        assertThat(client().getId("found-value", new AvroSchema(FIRST))).isEqualTo(first);
        assertThat(client().getAllSubjects()).contains("found-value");
    }

    @Test
    void whatItDoesNotKnowHasConfluentsCodes() {
        expect(40403, () -> client().getSchemaById(99_999));
        expect(40401, () -> client().getAllVersions("nobody-value"));
        expect(40401, () -> client().getLatestSchemaMetadata("nobody-value"));
    }

    @Test
    void refusesWhatCannotReadEarlierRecords() throws IOException, RestClientException {
        client().register("guarded-value", new AvroSchema(FIRST));
        assertThat(client().testCompatibility("guarded-value", new AvroSchema(BREAKING)))
                .isFalse();
        assertThat(client().testCompatibility("guarded-value", new AvroSchema(SECOND)))
                .isTrue();
        expect(409, () -> client().register("guarded-value", new AvroSchema(BREAKING)));
        assertThat(client().getAllVersions("guarded-value")).containsExactly(1);
    }

    @Test
    void takesEveryContractAfterTheOneReleasedBefore() throws IOException, RestClientException {
        try (Stream<Path> files = Files.list(SCHEMAS.resolve("released"))) {
            for (Path released : files.toList()) {
                String subject = "released-" + released.getFileName();
                client().register(subject, new AvroSchema(Files.readString(released)));
                int id = client().register(
                                subject, new AvroSchema(Files.readString(SCHEMAS.resolve(released.getFileName()))));
                assertThat(client().getLatestSchemaMetadata(subject).getId())
                        .as(subject)
                        .isEqualTo(id);
            }
        }
    }

    @Test
    void recordsGoThroughIt() {
        Review review = Rows.review("id", 1, "c", Instant.parse("2026-03-04T05:06:07Z"), "Shop", "Naïve 📦", 3);
        byte[] bytes;
        try (RegistryConnection writer = connection(true)) {
            bytes = new AvroSerde<>(writer, Review.class).serializer().serialize("through", review);
        }
        try (RegistryConnection reader = connection(false)) {
            assertThat(new AvroSerde<>(reader, Review.class).deserializer().deserialize("through", bytes))
                    .isEqualTo(review);
        }
    }

    @Test
    void anIdThatNobodyGaveIsABadRecordAndNoOutage() {
        byte[] bytes = {0, 0, 1, (byte) 0x86, (byte) 0x9F, 2};
        try (RegistryConnection connection = connection(false)) {
            assertThatThrownBy(() -> new AvroSerde<>(connection, Review.class)
                            .deserializer()
                            .deserialize("unknown", bytes))
                    .isInstanceOfSatisfying(BadRecordException.class, e -> assertThat(e.reason())
                            .isEqualTo(BadRecordException.Reason.UNKNOWN_SCHEMA));
        }
    }

    @Test
    void aSchemaThatDoesNotFitIsSaidToBeRefused() throws IOException, RestClientException {
        client().register("taken-value", new AvroSchema(FIRST));
        try (RegistryConnection registering = connection(true);
                RegistryConnection looking = connection(false)) {
            assertThatThrownBy(() -> registering.idOf("taken-value", BREAKING))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("taken-value");
            assertThatThrownBy(() -> looking.idOf("never-registered-value", FIRST))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("register it first");
        }
    }

    @Test
    void subjectsCanBeRemoved() throws IOException, RestClientException {
        client().register("gone-value", new AvroSchema(FIRST));
        client().deleteSubject("gone-value");
        client().deleteSubject(Map.of(), "gone-value", true);
        assertThat(client().getAllSubjects()).doesNotContain("gone-value");
    }

    private interface Call {
        void run() throws IOException, RestClientException;
    }

    private static void expect(int code, Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(RestClientException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(code));
    }
}
