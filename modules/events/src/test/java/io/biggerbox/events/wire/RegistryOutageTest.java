package io.biggerbox.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.biggerbox.events.wire.FakeRegistry.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** A registry that is away or unwell is never a bad record. */
class RegistryOutageTest {
    private static final Note NOTE = new Note("n1", 1, List.of(), null);
    private static final byte[] SEVEN = {0, 0, 0, 0, 7, 4, 'n', '1', 2, 0, 0};
    private static final String SCHEMA_ANSWER =
            "{\"schema\":" + TextNode.valueOf(CleanSchema.of(Note.SCHEMA$).toString()) + "}";

    @Test
    void nobodyListens() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        ManualClock clock = new ManualClock();
        WireSettings settings = WireSettings.of("http://127.0.0.1:" + closed).withRetryBudget(Duration.ofSeconds(13));
        AvroSerde<Note> serde = serde(settings, clock);
        assertThatThrownBy(() -> serde.serializer().serialize("notes", NOTE))
                .isInstanceOf(RegistryUnavailableException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageContaining("127.0.0.1:" + closed)
                .hasMessageContaining("register the schema of notes-value in 8 attempts");
        assertThat(clock.sleepsInMillis()).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L);
        assertThatThrownBy(() -> serde.deserializer().deserialize("notes", SEVEN))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aSilentRegistryTimesOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            WireSettings settings = WireSettings.of("http://127.0.0.1:" + silent.getLocalPort())
                    .withTimeouts(Duration.ofMillis(300), Duration.ofMillis(300))
                    .withRetryBudget(Duration.ofSeconds(1));
            try (RegistryConnection connection = RegistryConnection.connect(settings)) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> new AvroSerde<>(connection, Note.class)
                                .deserializer()
                                .deserialize("notes", SEVEN))
                        .isInstanceOf(RegistryUnavailableException.class)
                        .hasMessageContaining("timed out");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void errorsOfTheServerAreOutlived() throws IOException {
        try (FakeRegistry registry = new FakeRegistry(request -> request <= 3
                ? new Answer(
                        request == 2 ? 503 : 500, request == 1 ? "<html>" : "{\"error_code\":50001,\"message\":\"x\"}")
                : new Answer(200, SCHEMA_ANSWER))) {
            ManualClock clock = new ManualClock();
            AvroSerde<Note> serde = serde(WireSettings.of(registry.url()), clock);
            assertThat(serde.deserializer().deserialize("notes", SEVEN)).isEqualTo(NOTE);
            assertThat(clock.sleepsInMillis()).containsExactly(100L, 200L, 400L);
            serde.deserializer().deserialize("notes", SEVEN);
            assertThat(registry.requests()).hasSize(4);
        }
    }

    @Test
    void whatIsKnownOutlivesTheRegistry() throws IOException {
        AvroSerde<Note> serde;
        try (FakeRegistry registry =
                new FakeRegistry(request -> new Answer(200, request == 1 ? "{\"id\":7}" : SCHEMA_ANSWER))) {
            WireSettings once = WireSettings.of(registry.url()).withRetryBudget(Duration.ZERO);
            serde = serde(once, new ManualClock());
            assertThat(serde.serializer().serialize("notes", NOTE)).isEqualTo(SEVEN);
            serde.deserializer().deserialize("notes", SEVEN);
        }
        assertThat(serde.serializer().serialize("notes", NOTE)).isEqualTo(SEVEN);
        assertThat(serde.deserializer().deserialize("notes", SEVEN)).isEqualTo(NOTE);
        AvroSerde<Note> known = serde;
        assertThatThrownBy(() -> known.serializer().serialize("unheard-of", NOTE))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void credentialsAreSentAndTheirRefusalIsNotRepeated() throws IOException {
        try (FakeRegistry registry =
                new FakeRegistry(request -> new Answer(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}"))) {
            WireSettings settings = WireSettings.of(registry.url())
                    .withClientConfig(
                            Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:secret"));
            ManualClock clock = new ManualClock();
            assertThatThrownBy(() -> serde(settings, clock).deserializer().deserialize("notes", SEVEN))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("check the registry credentials")
                    .hasMessageNotContaining("secret");
            assertThat(clock.sleepsInMillis()).isEmpty();
            assertThat(registry.credentials()).containsExactly("Basic YW5uOnNlY3JldA==");
            assertThat(settings.toString()).doesNotContain("secret");
        }
    }

    @Test
    void aWrongPathIsNotAnUnknownId() throws IOException {
        try (FakeRegistry registry = new FakeRegistry(request -> new Answer(404, "<html>not here</html>"))) {
            assertThatThrownBy(() -> serde(WireSettings.of(registry.url()), new ManualClock())
                            .deserializer()
                            .deserialize("notes", SEVEN))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("check the registry url");
        }
    }

    @Test
    void anUnknownIdIsABadRecordAndAskedForOnce() throws IOException {
        try (FakeRegistry registry = new FakeRegistry(
                request -> new Answer(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}"))) {
            AvroSerde<Note> serde = serde(WireSettings.of(registry.url()), new ManualClock());
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> serde.deserializer().deserialize("notes", SEVEN))
                        .isInstanceOfSatisfying(BadRecordException.class, e -> assertThat(e.reason())
                                .isEqualTo(BadRecordException.Reason.UNKNOWN_SCHEMA));
            }
            assertThat(registry.requests()).hasSize(1);
        }
    }

    @Test
    void aSchemaOfAnotherKindIsABadRecord() throws IOException {
        try (FakeRegistry registry = new FakeRegistry(request -> new Answer(
                200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\"; message A {}\"}"))) {
            assertThatThrownBy(() -> serde(WireSettings.of(registry.url()), new ManualClock())
                            .deserializer()
                            .deserialize("notes", SEVEN))
                    .isInstanceOfSatisfying(BadRecordException.class, e -> assertThat(e.reason())
                            .isEqualTo(BadRecordException.Reason.INCOMPATIBLE_SCHEMA));
        }
    }

    @Test
    void theSecondAddressAnswersForTheFirst() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (FakeRegistry registry = new FakeRegistry(request -> new Answer(200, SCHEMA_ANSWER))) {
            WireSettings settings = WireSettings.of("http://127.0.0.1:" + closed + "," + registry.url());
            assertThat(serde(settings, new ManualClock()).deserializer().deserialize("notes", SEVEN))
                    .isEqualTo(NOTE);
        }
    }

    private static AvroSerde<Note> serde(WireSettings settings, RetryClock clock) {
        RegistryConnection real = RegistryConnection.connect(settings);
        return new AvroSerde<>(RegistryConnection.using(real.client(), settings, clock), Note.class);
    }
}
