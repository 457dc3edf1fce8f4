package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Certificate;
import io.biggerbox.acceptance.support.ChildProcess;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.GuardedRegistry;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.devstack.DevStack;
import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.devstack.EmbeddedBroker;
import io.biggerbox.service.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that demands TLS and a password and gives nobody a right that he was not granted, and a registry that demands the
 * same: everything works with the rights of the roles, and nothing works without.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecurityTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ADMIN = "admin";
    private static final String NOBODY = "nobody";
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private Path directory = Path.of("");
    private Path trusted = Path.of("");
    private DevStack backstage;
    private GuardedRegistry registry;
    private EmbeddedBroker broker;
    private ChildProcess applications;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        directory = folder;
        Certificate certificate = Certificate.create(folder);
        trusted = certificate.trusted();
        // a registry keeps its schemas where it likes
        backstage = DevStack.start(DevStackSettings.onFreePorts(folder.resolve("backstage")));
        registry = new GuardedRegistry(backstage.registryUrl(), certificate, "registrar", password("registrar"));
        broker = new EmbeddedBroker(folder.resolve("stack"), 0, secured(certificate));
        broker.start();
        for (Role role : Role.values()) {
            writeClientConfig(name(role), password(name(role)));
        }
        writeClientConfig(ADMIN, password(ADMIN));
        writeClientConfig(NOBODY, "wrong");
    }

    @AfterAll
    void stop() throws Exception {
        applications.close();
        broker.close();
        registry.close();
        backstage.close();
    }

    private static Map<String, String> secured(Certificate certificate) {
        String users = Arrays.stream(Role.values())
                .map(SecurityTest::name)
                .map(user -> " user_" + user + "=\"" + password(user) + "\"")
                .collect(Collectors.joining());
        Map<String, String> settings = new HashMap<>();
        settings.put("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", certificate.keyStore().toString());
        settings.put("ssl.keystore.password", Certificate.PASSWORD);
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", certificate.trusted().toString());
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put(
                "listener.name.plaintext.plain.sasl.jaas.config",
                MODULE + "username=\"" + ADMIN + "\" password=\"" + password(ADMIN) + "\" user_" + ADMIN + "=\""
                        + password(ADMIN) + "\"" + users + ";");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // the controller's own listener is on loopback and has no names
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        return settings;
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String password(String user) {
        return "secret-of-" + user;
    }

    private void writeClientConfig(String user, String password) throws IOException {
        Files.write(
                directory.resolve(user + ".properties"),
                List.of(
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=PLAIN",
                        "sasl.jaas.config=" + MODULE + "username=\"" + user + "\" password=\"" + password + "\";",
                        "ssl.truststore.type=PEM",
                        "ssl.truststore.location=" + trusted,
                        "registry.basic.auth.credentials.source=USER_INFO",
                        "registry.basic.auth.user.info=registrar:" + password("registrar"),
                        "registry.schema.registry.ssl.truststore.type=PEM",
                        "registry.schema.registry.ssl.truststore.location=" + trusted));
    }

    private List<String> as(String user, String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--registry",
                registry.url(),
                "--client-config",
                directory.resolve(user + ".properties").toString()));
        return args;
    }

    private CommandRun run(Role role, String... command) {
        return CommandRun.of(as(name(role), command));
    }

    @Test
    @Order(1)
    void rightsAreGrantedByRole() {
        for (Role role : Role.values()) {
            String principal = "User:" + name(role);
            CommandRun granted = CommandRun.of(as(ADMIN, "access", name(role), "--principal", principal, "--apply"));
            assertThat(granted.exitCode()).as(granted.err()).isZero();
            assertThat(granted.out()).contains(principal);
        }
        CommandRun refused = run(Role.TEAM, "access", "operator", "--principal", "User:team", "--apply");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("refuse");
    }

    @Test
    @Order(2)
    void applicationsRunWithTheirRights() throws IOException {
        applications = ChildProcess.start(
                directory,
                as(
                                name(Role.APPLICATIONS),
                                "run",
                                "--replication",
                                "1",
                                "--partitions",
                                "2",
                                "--health-port",
                                "-1",
                                "--state",
                                directory.resolve("state").toString(),
                                "--taxonomy",
                                Themes.write(directory).toString())
                        .toArray(String[]::new));
        await().atMost(PATIENCE).until(() -> {
            assertThat(applications.isAlive()).as(applications.output()).isTrue();
            return applications.output().contains("Ready after");
        });
    }

    @Test
    @Order(3)
    void feedbackBecomesAnAlertAndAnAnswer() throws IOException {
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(60, ChronoUnit.DAYS);
        Rows rows = new Rows("s", 4);
        for (int day = 0; day < 50; day++) {
            rows.onDay(first.plus(day, ChronoUnit.DAYS), day < 30 ? 1 : 12, "Shop", Themes.BOX_TEXT, 1);
        }
        Path file = Files.write(
                directory.resolve("reviews.csv"), rows.inOrderOfTime().csv());

        CommandRun imported = run(Role.SOURCE, "import", file.toString(), "--as", "csv");

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        String[] alert = new String[1];
        await().atMost(PATIENCE).until(() -> {
            CommandRun alerts = run(Role.TEAM, "alerts", "--json");
            assertThat(alerts.exitCode()).as(alerts.err()).isZero();
            alerts.json().forEach(line -> alert[0] = line.get("alert_id").asText());
            return alert[0] != null;
        });
        CommandRun answered = run(Role.TEAM, "ack", alert[0], "--note", "on it");
        assertThat(answered.exitCode()).as(answered.err()).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        run(Role.TEAM, "alerts", "--json").json())
                .anyMatch(line -> line.get("state").asText().equals("ACKNOWLEDGED")));
    }

    @Test
    @Order(4)
    void othersDoTheirWork() {
        List<CommandRun> allowed = List.of(
                run(Role.ANALYST, "theme-candidates"),
                run(Role.ANALYST, "corrections", "list"),
                run(Role.ANALYST, "taxonomy", "publish", "--taxonomy", "retail"),
                run(Role.OPERATOR, "dead-letters", "list"),
                run(Role.OPERATOR, "erase", "--customer", "c-s1", "--reason", "asked for it", "--yes"),
                run(Role.BI, "alerts"));
        allowed.forEach(each -> assertThat(each.exitCode()).as(each.err()).isZero());
    }

    @Test
    @Order(5)
    void nobodyDoesMore() {
        List<CommandRun> denied = List.of(
                run(Role.SOURCE, "alerts"),
                run(Role.BI, "ack", "BB-1"),
                run(Role.TEAM, "dead-letters", "list"),
                run(Role.TEAM, "explain", "Shop/" + Themes.BOX),
                run(Role.ANALYST, "erase", "--customer", "c-s2", "--yes"));
        denied.forEach(each -> {
            assertThat(each.exitCode()).as(each.out()).isEqualTo(1);
            assertThat(each.err().lines()).hasSize(1);
        });
        assertThat(denied.get(0).err()).contains("voc.alerts").contains("biggerbox access");
    }

    @Test
    @Order(6)
    void wrongCredentialsAreSaidSo() {
        CommandRun wrong = CommandRun.of(as(NOBODY, "alerts"));
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("--client-config").contains("uthentication");

        CommandRun none = CommandRun.of(
                List.of("alerts", "--bootstrap-servers", broker.bootstrapServers(), "--registry", registry.url()));
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains(broker.bootstrapServers()).contains("--client-config");
    }

    @Test
    @Order(7)
    void applicationsStopInOrder() throws Exception {
        applications.stop();
        assertThat(applications.output()).contains("Stopping");
    }
}
