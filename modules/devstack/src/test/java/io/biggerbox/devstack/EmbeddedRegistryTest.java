package io.biggerbox.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The registry as Confluent's own client and plain HTTP see it. Each test has subjects of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedRegistryTest {
    private static final Schema V1 =
            SchemaBuilder.record("Thing").fields().requiredString("id").endRecord();
    private static final Schema V2 = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("id")
            .optionalString("note")
            .endRecord();
    private static final Schema BREAKING = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("id")
            .requiredInt("size")
            .endRecord();

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = new EmbeddedBroker(directory, 0);
        broker.start();
        registry = new EmbeddedRegistry(broker.bootstrapServers(), 0);
        registry.start();
    }

    @AfterAll
    void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void registersAndFinds() throws Exception {
        Schema first = SchemaBuilder.record("Own").fields().requiredString("id").endRecord();
        Schema second = SchemaBuilder.record("Own")
                .fields()
                .requiredString("id")
                .optionalString("note")
                .endRecord();
        try (SchemaRegistryClient client = client()) {
            int id = client.register("a-value", new AvroSchema(first));
            assertThat(client().register("a-value", new AvroSchema(first))).isEqualTo(id);
            assertThat(client().register("a2-value", new AvroSchema(first))).isEqualTo(id);
            int next = client.register("a-value", new AvroSchema(second));
            assertThat(next).isEqualTo(id + 1);
            assertThat(client().getSchemaById(next).rawSchema()).isEqualTo(second);
            assertThat(client.getAllVersions("a-value")).containsExactly(1, 2);
            assertThat(client.getAllSubjects()).contains("a-value", "a2-value");
            assertThat(client.getLatestSchemaMetadata("a-value").getId()).isEqualTo(next);
            assertThat(client.getSchemaMetadata("a-value", 1).getId()).isEqualTo(id);
            assertThat(client.getVersion("a-value", new AvroSchema(second))).isEqualTo(2);
            assertThat(client.getId("a-value", new AvroSchema(first))).isEqualTo(id);
            assertThat(client.getAllSubjectsById(id)).containsExactlyInAnyOrder("a-value", "a2-value");
            assertThat(client.getAllVersionsById(next)).hasSize(1);
        }
    }

    @Test
    void answersWithConfluentsCodes() {
        expect(40403, () -> client().getSchemaById(99_999));
        expect(40401, () -> client().getAllVersions("nobody"));
        expect(40401, () -> client().getId("nobody", new AvroSchema(V1)));
        expect(42203, () -> client().updateCompatibility("nobody", "SIDEWAYS"));
        expect(40408, () -> client().getCompatibility("nobody"));
    }

    @Test
    void versionsThatDoNotExist() throws Exception {
        client().register("b-value", new AvroSchema(V1));
        expect(40402, () -> client().getSchemaMetadata("b-value", 7));
        expect(40403, () -> client().getId("b-value", new AvroSchema(BREAKING)));
        assertThat(get("/subjects/b-value/versions/0").path("error_code").asInt())
                .isEqualTo(42202);
        assertThat(get("/subjects/b-value/versions/x").path("error_code").asInt())
                .isEqualTo(42202);
    }

    @Test
    void refusesWhatCannotReadTheEarlierRecords() throws Exception {
        SchemaRegistryClient client = client();
        client.register("c-value", new AvroSchema(V1));
        assertThatThrownBy(() -> client.register("c-value", new AvroSchema(BREAKING)))
                .isInstanceOfSatisfying(RestClientException.class, e -> assertThat(e.getStatus())
                        .isEqualTo(409))
                .hasMessageContaining("size");
        assertThat(client.testCompatibility("c-value", new AvroSchema(BREAKING)))
                .isFalse();
        assertThat(client.testCompatibilityVerbose("c-value", new AvroSchema(BREAKING)))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(client.testCompatibility("c-value", new AvroSchema(V2))).isTrue();
        client.updateCompatibility("c-value", "NONE");
        assertThat(client.getCompatibility("c-value")).isEqualTo("NONE");
        assertThat(client.register("c-value", new AvroSchema(BREAKING))).isPositive();
    }

    @Test
    void theDefaultLevelIsConfluents() throws Exception {
        assertThat(client().getCompatibility(null)).isEqualTo("BACKWARD");
        client().updateCompatibility("d-value", "FULL_TRANSITIVE");
        assertThat(get("/config/d-value").path("compatibilityLevel").asText()).isEqualTo("FULL_TRANSITIVE");
        client().deleteCompatibility("d-value");
        assertThat(get("/config/d-value").path("error_code").asInt()).isEqualTo(40408);
        assertThat(get("/config/d-value?defaultToGlobal=true")
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo("BACKWARD");
    }

    @Test
    void deletesSoftlyThenForGood() throws Exception {
        SchemaRegistryClient client = client();
        int id = client.register("e-value", new AvroSchema(V1));
        client.register("e-value", new AvroSchema(V2));
        assertThat(client.deleteSchemaVersion("e-value", "2")).isEqualTo(2);
        assertThat(client().getAllVersions("e-value")).containsExactly(1);
        assertThat(client.deleteSubject("e-value")).containsExactly(1);
        expect(40401, () -> client().getAllVersions("e-value"));
        assertThat(client().getSchemaById(id).rawSchema()).isEqualTo(V1);
        assertThat(client().getAllSubjects()).doesNotContain("e-value");
        expect(40404, () -> client().deleteSubject("e-value"));
        assertThat(client().register("e-value", new AvroSchema(V1))).isEqualTo(id);
        assertThat(client().getAllVersions("e-value")).containsExactly(3);
        expect(40405, () -> client().deleteSubject(Map.of(), "e-value", true));
        client().deleteSubject("e-value");
        assertThat(client().deleteSubject(Map.of(), "e-value", true)).containsExactly(1, 2, 3);
        assertThat(client().getAllSubjects(true)).doesNotContain("e-value");
    }

    @Test
    void remembersAcrossARestart() throws Exception {
        int id = client().register("f-value", new AvroSchema(V1));
        client().register("f-value", new AvroSchema(V2));
        client().updateCompatibility("f-value", "FORWARD_TRANSITIVE");
        client().deleteSchemaVersion("f-value", "2");
        client().register("g-value", new AvroSchema(V1));
        client().deleteSubject("g-value");
        registry.close();
        registry = new EmbeddedRegistry(broker.bootstrapServers(), 0);
        registry.start();
        assertThat(client().getAllVersions("f-value")).containsExactly(1);
        assertThat(client().getSchemaById(id).rawSchema()).isEqualTo(V1);
        assertThat(client().getCompatibility("f-value")).isEqualTo("FORWARD_TRANSITIVE");
        assertThat(client().getAllSubjects()).doesNotContain("g-value");
        assertThat(client().getAllSubjects(true)).contains("g-value");
        Schema fresh = SchemaBuilder.record("Fresh").fields().requiredInt("n").endRecord();
        assertThat(client().register("h-value", new AvroSchema(fresh))).isGreaterThan(id);
    }

    @Test
    void theLogHasConfluentsLayout() throws Exception {
        int id = client().register("i-value", new AvroSchema(V1));
        LogCodec codec = new LogCodec();
        LogCodec.Raw raw = codec.encode(new LogEntry.Stored("i-value", 1, id, V1.toString(), false));
        assertThat(raw.key()).isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"i-value\",\"version\":1,\"magic\":1}");
        assertThat(Clients.readAll(broker.bootstrapServers(), SchemaLog.TOPIC, 1))
                .contains(mapper.writeValueAsString(mapper.createObjectNode()
                        .put("subject", "i-value")
                        .put("version", 1)
                        .put("id", id)
                        .put("schema", V1.toString())
                        .put("deleted", false)));
        assertThat(codec.decode("{\"keytype\":\"NOOP\",\"magic\":0}", null)).isEmpty();
    }

    @Test
    void theSmallQuestions() throws Exception {
        assertThat(get("/")).isEmpty();
        assertThat(get("/schemas/types").toString()).isEqualTo("[\"AVRO\"]");
        assertThat(get("/mode").path("mode").asText()).isEqualTo("READWRITE");
        assertThat(get("/nonsense").path("error_code").asInt()).isEqualTo(404);
        client().register("a/b c+d-value", new AvroSchema(V1));
        assertThat(get("/subjects/a%2Fb%20c+d-value/versions/latest/schema")
                        .path("name")
                        .asText())
                .isEqualTo("Thing");
    }

    @Test
    void badRequestsAreAnsweredNotSwallowed() throws Exception {
        assertThat(post("/subjects/z/versions", "{\"schema\":\"{\\\"type\\\":\\\"nope\\\"}\"}"))
                .isEqualTo(42201);
        assertThat(post("/subjects/z/versions", "{}")).isEqualTo(42201);
        assertThat(post("/subjects/z/versions", "{\"schema\":\"x\",\"schemaType\":\"PROTOBUF\"}"))
                .isEqualTo(42201);
        assertThat(post("/subjects/z/versions", "not json")).isEqualTo(400);
        assertThat(post("/subjects/z/versions", "\"" + "x".repeat(600_000) + "\""))
                .isEqualTo(413);
    }

    @Test
    void slowClientsDoNotBlockOthers() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            int port = URI.create(registry.url()).getPort();
            // More than the registry has threads; each begins a request and never ends it.
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write("POST /subjects/s/versions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            assertThat(get("/subjects").isArray()).isTrue();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(List.of(registry.url()), 100);
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
        return mapper.readTree(answer.body());
    }

    private int post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return mapper.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("error_code")
                .asInt();
    }

    private interface Call {
        void run() throws Exception;
    }

    private static void expect(int code, Call call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(RestClientException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(code));
    }
}
