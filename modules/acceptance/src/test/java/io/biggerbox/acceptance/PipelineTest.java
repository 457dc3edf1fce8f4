package io.biggerbox.acceptance;

import static io.biggerbox.acceptance.support.Themes.BOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.events.AlertReason;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.text.FastReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A file goes in through the command, rows and alerts come out, and teams answer; on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int WEEKS = 12;
    private static final String SHOP = "Shop";

    private final Rows rows = new Rows("p", 1);
    private Installation installation;
    private Path directory;
    private Path file;

    @BeforeAll
    void start(@TempDir Path temp) {
        directory = temp;
        installation = Installation.start(directory, 3);
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(WEEKS * 7L + 10, ChronoUnit.DAYS);
        for (int day = 0; day < WEEKS * 7; day++) {
            Instant start = first.plus(day, ChronoUnit.DAYS);
            rows.onDay(start, 2, SHOP, Themes.PRAISE_TEXT, 5);
            rows.onDay(start, day % 4 == 0 ? 1 : 2, SHOP, Themes.BOX_TEXT, 2);
            if (day % 9 == 0) {
                rows.onDay(start, 1, SHOP, Themes.LEAVING_TEXT, 1);
                rows.onDay(start, 1, "App", Themes.LOGIN_PRAISE, 5);
            }
            if (day % 5 == 0) {
                rows.by("loud", start, "App", Themes.LOGIN_TEXT, 1);
                rows.by("loud", start.plus(3, ChronoUnit.HOURS), "App", Themes.LOGIN_TEXT, 1);
            }
        }
        List<String> lines = new ArrayList<>(rows.csv());
        lines.add("test,bad-1,1,c-bad,Shop,2026-01-05T10:00:00Z,17,A rating that no scale has.");
        lines.add("test,bad-2,1,c-bad,Shop,yesterday,3,A date that is none.");
        lines.add("test,bad-3,1,c-bad,Shop,2999-01-01T00:00:00Z,3,A date to come.");
        file = installation.write("reviews.csv", lines);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private CommandRun importFile() {
        return installation.run(
                "import",
                file.toString(),
                "--as",
                "csv",
                "--json",
                "--rejects",
                directory.resolve("rejects.csv").toString());
    }

    @Test
    @Order(1)
    void everyRowIsAccountedFor() {
        CommandRun run = importFile();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        JsonNode summary = run.json().get(0);
        int good = rows.reviews().size();
        assertThat(summary.path("rows").asInt()).isEqualTo(good + 3);
        assertThat(summary.path("accepted").asInt()).isEqualTo(good);
        assertThat(summary.path("rejected").asInt()).isEqualTo(3);
        assertThat(directory.resolve("rejects.csv"))
                .content()
                .contains("rating")
                .contains("yesterday")
                .contains("2999-01-01");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(installation.topics().feedback()).hasSize(good));
        Set<String> ids = installation.topics().feedback().stream()
                .map(Feedback::getFeedbackId)
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(good);
        assertThat(installation.topics().deadLetters()).isEmpty();
    }

    @Test
    @Order(2)
    void rowsAreThoseOfABatchComputation() {
        Batch batch = new Batch(FastReader.create(Themes.read(installation.taxonomy())));
        var themes = batch.themeRows(rows.reviews());
        var experiences = batch.experienceRows(rows.reviews());
        assertThat(themes).hasSizeGreaterThan(100);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Batch.themes(installation.topics().themeStats()))
                .isEqualTo(themes));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Batch.experiences(installation.topics().experienceStats()))
                .isEqualTo(experiences));
    }

    @Test
    @Order(3)
    void theChronicComplaintReachesAllTeamsAndItsOwn() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(installation.topics().alertsOf("packaging")).isNotEmpty());
        ProcessChangeAlert alert = installation.topics().alerts().values().stream()
                .filter(each -> each.getTheme().equals(BOX))
                .findFirst()
                .orElseThrow();
        assertThat(alert.getProduct()).isEqualTo(SHOP);
        assertThat(alert.getReason()).isEqualTo(AlertReason.CHRONIC);
        assertThat(alert.getTeam()).isEqualTo("packaging");
        assertThat(alert.getQuotes()).isNotEmpty();
        assertThat(installation.topics().alertsOf("packaging"))
                .containsExactlyElementsOf(installation.topics().alertRevisions().stream()
                        .filter(each -> each.getTeam().equals("packaging"))
                        .toList());
        assertThat(installation.topics().alerts().values())
                .as("one customer who posts again and again is one customer")
                .noneMatch(each -> each.getProduct().equals("App"));
    }

    @Test
    @Order(4)
    void importingTwiceChangesNothing() {
        installation.awaitProcessed();
        var feedback = installation.topics().feedback();
        var themes = installation.topics().themeStats();
        var experiences = installation.topics().experienceStats();
        var alerts = installation.topics().alertRevisions();

        assertThat(importFile().exitCode()).isEqualTo(3);
        installation.awaitProcessed();

        assertThat(installation.topics().feedback()).isEqualTo(feedback);
        assertThat(installation.topics().themeStats()).isEqualTo(themes);
        assertThat(installation.topics().experienceStats()).isEqualTo(experiences);
        assertThat(installation.topics().alertRevisions()).isEqualTo(alerts);
    }

    @Test
    @Order(5)
    void alertsAreListedAsJsonAndAsCards() {
        CommandRun json = installation.run("alerts", "--json", "--team", "packaging");
        assertThat(json.exitCode()).as(json.err()).isZero();
        assertThat(json.json()).hasSize(1);
        assertThat(json.json().get(0).path("theme").asText()).isEqualTo(BOX);
        assertThat(json.json().get(0).path("reason").asText()).isEqualTo("CHRONIC");

        CommandRun cards = installation.run("alerts", "--product", SHOP);
        assertThat(cards.out()).contains("Box too small").contains("customers").contains("The box was too small");
        assertThat(installation.run("alerts", "--product", "nothing").out()).contains("No alerts.");
    }

    @Test
    @Order(6)
    void teamsAnswer() {
        String id = alert().getAlertId();

        CommandRun ack = installation.run("ack", id.substring(0, 8), "--actor", "ann", "--note", "looking into it");
        assertThat(ack.exitCode()).as(ack.err()).isZero();
        assertThat(ack.out()).contains(id).contains("is acknowledged");
        awaitState(AlertState.ACKNOWLEDGED);
        assertThat(alert().getActor()).isEqualTo("ann");
        assertThat(alert().getNote()).isEqualTo("looking into it");

        assertThat(installation.run("mute", id, "--until", "2w").exitCode()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alert().getMutedUntil()).isAfter(Instant.now()));
        assertThat(alert().getState()).isEqualTo(AlertState.MUTED);

        assertThat(installation.run("unmute", id).exitCode()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alert().getState()).isNotEqualTo(AlertState.MUTED));

        assertThat(installation
                        .run("fixed", id, "--effective", "now", "--note", "bigger boxes")
                        .exitCode())
                .isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alert().getChangeEffectiveAt()).isNotNull());
        assertThat(alert().getState()).isIn(AlertState.CHANGE_DECLARED, AlertState.VERIFYING);
    }

    @Test
    @Order(7)
    void theSameCommandTwiceHasOneEffect() {
        String id = alert().getAlertId();
        installation.run("ack", id, "--command-id", "once");
        installation.awaitProcessed();
        long marker = alert().getRevision();
        assertThat(installation.run("ack", id, "--command-id", "once").exitCode())
                .isZero();
        assertThat(installation.run("mute", id, "--until", "1d").exitCode()).isZero();
        awaitState(AlertState.MUTED);
        assertThat(alert().getRevision()).isBetween(marker + 1, marker + 2);
    }

    @Test
    @Order(8)
    void anAlertThatIsNotThereIsSaidSo() {
        CommandRun run = installation.run("ack", "BB-none");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no alert BB-none").contains("biggerbox alerts");
    }

    @Test
    @Order(9)
    void whatTeamsSaidIsPartOfTheExplanation() {
        CommandRun run = installation.run("explain", alert().getAlertId(), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode explained = run.json().get(0);
        assertThat(explained.path("agrees_with_stack").asBoolean()).isTrue();
        assertThat(explained.path("revisions").findValuesAsText("state")).contains("OPEN", "ACKNOWLEDGED", "MUTED");
        assertThat(explained.path("revisions").findValuesAsText("actor")).contains("ann");

        CommandRun unknown = installation.run("explain", SHOP + "/no-such-theme");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no-such-theme").contains(SHOP + "/" + BOX);
    }

    private ProcessChangeAlert alert() {
        return installation.topics().alerts().values().stream()
                .filter(each -> each.getTheme().equals(BOX))
                .findFirst()
                .orElseThrow();
    }

    private void awaitState(AlertState state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alert().getState()).isEqualTo(state));
    }
}
