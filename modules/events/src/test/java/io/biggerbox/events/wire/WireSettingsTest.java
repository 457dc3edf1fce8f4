package io.biggerbox.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WireSettingsTest {
    @Test
    void severalAddressesComeFromOneText() {
        assertThat(WireSettings.of(" http://a:1 , https://b:2/path ").urls())
                .containsExactly("http://a:1", "https://b:2/path");
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutItsPassword() {
        for (String url : List.of("", "localhost:8081", "ftp://a", "http://", "mock://", "http://a:1,mock://b")) {
            assertThatThrownBy(() -> WireSettings.of(url)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> WireSettings.of("http//ann:secret@a b"))
                .hasMessageContaining("not a schema registry url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void timeoutsMustMakeSense() {
        WireSettings good = WireSettings.of("http://a:1");
        assertThatThrownBy(() -> good.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> good.withRetryBudget(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secretsAreNotPrinted() {
        WireSettings settings = WireSettings.of("http://ann:secret@a:1")
                .withClientConfig(Map.of("schema.registry.ssl.key.password", "hidden"));
        assertThat(settings.toString())
                .contains("http://a:1")
                .contains("ssl.key.password")
                .doesNotContain("secret")
                .doesNotContain("hidden");
    }

    @Test
    void mockRegistriesAreSharedByNameAndByManyThreads() throws Exception {
        WireSettings settings = WireSettings.of("mock://" + UUID.randomUUID());
        RegistryConnection writing = RegistryConnection.connect(settings);
        RegistryConnection reading = RegistryConnection.connect(settings);
        AvroSerde<Note> writer = new AvroSerde<>(writing, Note.class);
        AvroSerde<Note> reader = new AvroSerde<>(reading, Note.class);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 400)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        Note note = new Note("n" + i, i, List.of("t" + i), null);
                        byte[] bytes = writer.serializer().serialize("topic-" + i % 5, note);
                        return note.equals(reader.deserializer().deserialize("topic-" + i % 5, bytes));
                    })
                    .toList();
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(reading.client().getAllSubjects()).hasSize(5);
    }
}
