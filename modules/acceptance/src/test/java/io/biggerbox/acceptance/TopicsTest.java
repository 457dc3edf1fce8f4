package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics are created once, and what is wrong with existing ones is said before anything runs on them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopicsTest {

    private static final int PUBLIC_TOPICS = 14;
    private static final int TEAMS = 3;

    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.withoutService(directory, 2);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private CommandRun topics(String command, String... more) {
        List<String> args = new ArrayList<>(
                List.of("topics", command, "--taxonomy", installation.taxonomy().toString(), "--partitions", "2"));
        args.addAll(List.of(more));
        return installation.run(args.toArray(String[]::new));
    }

    @Test
    @Order(1)
    @Timeout(30)
    void commandsSayHowToMakeTopicsThatAreMissing() {
        CommandRun run = installation.run("alerts");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("have no Bigger Box topics").contains("biggerbox topics create");
    }

    @Test
    @Order(2)
    void aListBeforeAnythingExistsSaysMissing() {
        CommandRun run = topics("list", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json()).hasSize(PUBLIC_TOPICS + TEAMS).allSatisfy(topic -> assertThat(
                        topic.path("exists").asBoolean())
                .as(topic.path("name").asText())
                .isFalse());
    }

    @Test
    @Order(3)
    void createIsIdempotent() {
        CommandRun first = topics("create");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("created voc.reviews").contains("17 of them new");

        CommandRun second = topics("create");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out())
                .doesNotContain("created ")
                .contains("17 topics")
                .contains("0 of them new");
    }

    @Test
    @Order(4)
    void theListTellsTheLayout() {
        List<JsonNode> topics = topics("list", "--json").json();
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.path("exists").asBoolean()).isTrue();
            assertThat(topic.path("purpose").asText()).isNotBlank();
        });
        assertThat(topics)
                .filteredOn(topic -> topic.path("partitions").asInt() == 1)
                .extracting(topic -> topic.path("name").asText())
                .containsExactlyInAnyOrder(
                        "voc.taxonomy",
                        "voc.corrections",
                        "voc.theme-candidates",
                        "voc.theme-decisions",
                        "voc.erasures",
                        "voc.dead-letters");
        assertThat(topics)
                .filteredOn(topic ->
                        topic.path("config").path("cleanup.policy").asText().equals("compact"))
                .extracting(topic -> topic.path("name").asText())
                .containsExactlyInAnyOrder(
                        "voc.theme-stats",
                        "voc.experience-stats",
                        "voc.alerts",
                        "voc.alerts.delivery",
                        "voc.alerts.identity",
                        "voc.alerts.packaging",
                        "voc.taxonomy",
                        "voc.corrections",
                        "voc.theme-candidates",
                        "voc.theme-decisions",
                        "voc.erasures");
        assertThat(topics("list").out()).contains("voc.reviews").contains("exists");
    }

    @Test
    @Order(5)
    void wrongPartitionsAndWrongCleanupAreRefusedTogether() throws Exception {
        change();

        CommandRun run = topics("create");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("voc.surveys: has 5 partitions, not 2")
                .contains("voc.theme-stats: cleanup.policy is delete, not compact")
                .doesNotContain("Exception");
    }

    private void change() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                installation.broker().bootstrapServers()))) {
            admin.createPartitions(Map.of("voc.surveys", NewPartitions.increaseTo(5)))
                    .all()
                    .get();
            ConfigResource rows = new ConfigResource(ConfigResource.Type.TOPIC, "voc.theme-stats");
            admin.incrementalAlterConfigs(Map.of(
                            rows,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> admin.describeTopics(List.of("voc.surveys"))
                                    .allTopicNames()
                                    .get()
                                    .get("voc.surveys")
                                    .partitions()
                                    .size()
                            == 5);
        }
    }

    @Test
    @Order(6)
    void theServiceDoesNotStartOnThem() {
        org.assertj.core.api.Assertions.assertThatThrownBy(installation::startService)
                .isInstanceOf(io.biggerbox.service.TopicProblemsException.class)
                .hasMessageContaining("voc.surveys");
    }
}
