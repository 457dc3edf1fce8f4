package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Images;
import io.biggerbox.acceptance.support.Ports;
import io.biggerbox.acceptance.support.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml, as Docker Compose understands it and in earnest. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeTest {

    private static final Path FILE = Path.of(System.getProperty("repository.root"), "docker-compose.yml");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Path directory;
    private JsonNode services;

    @BeforeAll
    void read(@TempDir Path temp) throws IOException, InterruptedException {
        directory = temp;
        String resolved = new Tool(directory, Duration.ofMinutes(1))
                .with("REGISTRY_IMAGE", "somebody/registry:7")
                .with("COMPOSE_PROFILES", "monitoring")
                .run("docker-compose", "--file", FILE.toString(), "config");
        services = new YAMLMapper().readTree(resolved).path("services");
    }

    @Test
    void theWholeStackIsThere() {
        assertThat(services.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kafka", "registry", "biggerbox", "prometheus", "grafana");
    }

    @Test
    void imagesHaveDefaultsAndCanBeReplaced() {
        assertThat(services.path("kafka").path("image").asText()).startsWith("apache/kafka:");
        assertThat(services.path("registry").path("image").asText()).isEqualTo("somebody/registry:7");
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        List<String> ports = services.findValues("ports").stream()
                .flatMap(ofService -> ofService.valueStream().map(JsonNode::asText))
                .toList();
        assertThat(ports).hasSize(5).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void filesThatAreMountedExist() {
        List<Path> mounted = services.findValues("volumes").stream()
                .flatMap(ofService -> ofService.valueStream().map(JsonNode::asText))
                .filter(volume -> volume.startsWith("/"))
                .map(volume -> Path.of(volume.substring(0, volume.indexOf(':'))))
                .toList();
        assertThat(mounted).hasSize(5).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void everyServiceBecomesHealthyAndTheApplicationsReady() throws IOException, InterruptedException {
        Images.build(directory);
        int health = Ports.free();
        Tool compose = new Tool(directory, PATIENCE)
                .with("COMPOSE_FILE", FILE.toString())
                .with("COMPOSE_PROJECT_NAME", "biggerbox-test-" + health)
                .with("KAFKA_IMAGE", Images.KAFKA)
                .with("REGISTRY_IMAGE", Images.REGISTRY)
                .with("BIGGERBOX_IMAGE", Images.APPLICATIONS)
                .with("KAFKA_PORT", String.valueOf(Ports.free()))
                .with("REGISTRY_PORT", String.valueOf(Ports.free()))
                .with("HEALTH_PORT", String.valueOf(health));
        try {
            compose.run("docker-compose", "up", "--detach");
            await().atMost(PATIENCE).untilAsserted(() -> {
                CommandRun status = CommandRun.of(List.of("status", "--url", "http://127.0.0.1:" + health));
                assertThat(status.exitCode()).as(status.out() + status.err()).isZero();
            });
        } finally {
            compose.run("docker-compose", "down", "--volumes", "--timeout", "5");
        }
    }
}
