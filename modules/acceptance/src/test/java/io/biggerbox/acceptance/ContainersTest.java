package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Images;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Ports;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.acceptance.support.Topics;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.devstack.EmbeddedRegistry;
import io.biggerbox.events.ProcessChangeAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The image of the applications, beside a broker in a container. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int WEEKS = 9;

    private final Rows rows = new Rows("i", 9);
    private Path directory;
    private KafkaContainer kafka;
    private EmbeddedRegistry registry;
    private GenericContainer<?> applications;
    private Connection connection;

    @BeforeAll
    void start(@TempDir Path temp) throws IOException, InterruptedException {
        directory = temp;
        Images.build(temp);
        kafka = new KafkaContainer(DockerImageName.parse(Images.KAFKA).asCompatibleSubstituteFor("apache/kafka"));
        kafka.start();
        registry = new EmbeddedRegistry(kafka.getBootstrapServers(), 0);
        registry.start();
        String healthPort = String.valueOf(Ports.free());
        // On the network of this machine: broker and registry tell loopback addresses.
        applications = new GenericContainer<>(DockerImageName.parse(Images.APPLICATIONS))
                .withNetworkMode("host")
                .withEnv("BIGGERBOX_BOOTSTRAP_SERVERS", kafka.getBootstrapServers())
                .withEnv("BIGGERBOX_REGISTRY", registry.url())
                .withEnv("BIGGERBOX_HEALTH_PORT", healthPort)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(Themes.write(temp), 0644), "/etc/biggerbox/taxonomy.yaml")
                .withCommand(
                        "run",
                        "--taxonomy",
                        "/etc/biggerbox/taxonomy.yaml",
                        "--replication",
                        "1",
                        "--partitions",
                        "2",
                        "--health-port",
                        healthPort)
                .waitingFor(Wait.forLogMessage(".*Ready after.*", 1).withStartupTimeout(PATIENCE));
        applications.start();
        connection = Installation.Connections.open(kafka.getBootstrapServers(), registry.url());
    }

    @AfterAll
    void stop() {
        if (connection != null) {
            connection.close();
        }
        if (applications != null) {
            applications.stop();
        }
        if (registry != null) {
            registry.close();
        }
        if (kafka != null) {
            kafka.stop();
        }
    }

    @Test
    @Order(1)
    void complaintsGoInAndAnAlertComesOut() throws IOException {
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(WEEKS * 7L + 10, ChronoUnit.DAYS);
        for (int day = 0; day < WEEKS * 7; day++) {
            rows.onDay(first.plus(day, ChronoUnit.DAYS), 2, "Shop", Themes.BOX_TEXT, 1);
        }
        rows.onDay(first.plus(WEEKS * 7L + 1, ChronoUnit.DAYS), 8, "Shop", Themes.PRAISE_TEXT, 5);
        Path file = Files.write(
                directory.resolve("reviews.csv"), rows.inOrderOfTime().csv());
        CommandRun run = CommandRun.of(List.of(
                "import",
                file.toString(),
                "--as",
                "csv",
                "--bootstrap-servers",
                kafka.getBootstrapServers(),
                "--registry",
                registry.url()));
        assertThat(run.exitCode()).as(run.err()).isZero();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.over(connection).alertsOf("packaging"))
                        .isNotEmpty());
        assertThat(Topics.over(connection).alerts().values())
                .extracting(ProcessChangeAlert::getTheme)
                .containsOnly(Themes.BOX);
        assertThat(Topics.over(connection).feedback()).hasSize(rows.reviews().size());
    }

    @Test
    @Order(2)
    void theImageSaysThatItIsHealthyAndIsNobody() throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(applications::isHealthy);
        assertThat(applications.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
    }

    @Test
    @Order(3)
    void sigtermStopsItInOrder() {
        String id = applications.getContainerId();
        var docker = applications.getDockerClient();
        docker.stopContainerCmd(id).withTimeout(60).exec();

        assertThat(applications.getLogs()).contains("Stopping …");
        Long exitCode = docker.inspectContainerCmd(id).exec().getState().getExitCodeLong();
        assertThat(exitCode).as("neither killed (137) nor failed (1)").isEqualTo(143);
    }
}
