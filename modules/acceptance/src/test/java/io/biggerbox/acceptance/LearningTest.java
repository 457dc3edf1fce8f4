package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Mention;
import io.biggerbox.events.Review;
import io.biggerbox.events.ThemeStats;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the stack learns while it runs: themes nobody had thought of, labels that were wrong, complaints in other words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearningTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> HINGES = List.of(
            "The hinge broke off after two days.",
            "The hinge broke after one week, terrible.",
            "The hinge is broken, very disappointing.",
            "A broken hinge after three days, awful.",
            "The hinge broke off again, what junk.",
            "The hinge of the lid broke, useless.",
            "Its hinge broke off on the first day.",
            "The hinge broke and I am angry.");

    private final Instant start = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private CommandRun run(String... args) {
        CommandRun run = installation.run(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private void importRows(String name, List<Review> reviews) {
        Rows rows = new Rows(name, 1);
        reviews.forEach(rows::add);
        run("import", installation.write(name + ".csv", rows.csv()).toString(), "--as", "csv", "--json");
        installation.awaitProcessed();
    }

    private Review review(String id, long revision, int day, String product, String text) {
        return Rows.review(id, revision, "customer-" + id, start.plus(day, ChronoUnit.DAYS), product, text, 1);
    }

    /** The newest revision of a feedback. */
    private Feedback feedback(String id) {
        return installation.topics().feedback().stream()
                .filter(feedback -> feedback.getFeedbackId().equals("test:" + id))
                .reduce((before, after) -> after.getRevision() >= before.getRevision() ? after : before)
                .orElseThrow();
    }

    private static List<String> themes(Feedback feedback) {
        return feedback.getMentions().stream().map(Mention::getTheme).distinct().toList();
    }

    private long complaints(String product, String theme) {
        return installation.topics().themeStats().values().stream()
                .filter(row ->
                        row.getProduct().equals(product) && row.getTheme().equals(theme))
                .mapToLong(ThemeStats::getNegativeMentions)
                .max()
                .orElse(0);
    }

    @Test
    void whatNoThemeClaimsIsOfferedAndBecomesOne() {
        List<Review> said = new ArrayList<>();
        for (int i = 0; i < 3 * HINGES.size(); i++) {
            said.add(review("hinge-" + i, 1, i / 3, "Case", HINGES.get(i % HINGES.size())));
        }
        // Event time must go on before sentences that waited for earlier ones are looked at.
        said.add(review("hinge-later", 1, 12, "Case", "It is blue."));
        importRows("hinges", said);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(candidates())
                .anySatisfy(
                        candidate -> assertThat(candidate.path("name").asText()).containsIgnoringCase("hinge")));
        JsonNode candidate = candidates().stream()
                .filter(each ->
                        each.path("name").asText().toLowerCase(Locale.ROOT).contains("hinge"))
                .findFirst()
                .orElseThrow();
        assertThat(candidate.path("customers").asInt()).isGreaterThanOrEqualTo(5);

        run(
                "theme-candidates",
                "promote",
                candidate.path("candidate_id").asText(),
                "--id",
                "quality.hinge",
                "--name",
                "Broken hinge",
                "--team",
                "packaging",
                "--description",
                "A hinge breaks.",
                "--publish");
        await().atMost(PATIENCE).untilAsserted(() -> {
            String id = "after-" + System.nanoTime();
            importRows(id, List.of(review(id, 1, 12, "Case", HINGES.get(0))));
            assertThat(themes(feedback(id))).containsExactly("quality.hinge");
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(candidates()).noneMatch(each -> each.path("candidate_id")
                        .asText()
                        .equals(candidate.path("candidate_id").asText())));
    }

    private List<JsonNode> candidates() {
        return run("theme-candidates", "--json").json();
    }

    @Test
    void aCorrectionHoldsWhenTheWordsAreReadAgainAndIsCountedThen() {
        String text = "It came on the wrong side of the calendar, dreadful.";
        importRows("calendar", List.of(review("late", 1, 3, "Clock", text)));
        assertThat(themes(feedback("late"))).doesNotContain(Themes.DELIVERY);

        run("correct", "test:late", "--theme", Themes.DELIVERY, "--actor", "ada");
        await().atMost(PATIENCE).untilAsserted(() -> {
            importRows("calendar-again", List.of(review("late", System.nanoTime(), 3, "Clock", text)));
            assertThat(themes(feedback("late"))).contains(Themes.DELIVERY);
        });
        assertThat(feedback("late").getCorrectedBy()).isEqualTo("ada");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(complaints("Clock", Themes.DELIVERY))
                .isEqualTo(1));
        assertThat(run("corrections", "list", "--json").json())
                .anyMatch(line -> line.path("text").asText().equals(text));
    }

    @Test
    void aCompiledTaxonomyIsReadByWithoutARestartAndKnowsOtherWords(@TempDir Path folder) {
        String otherWords = "Our package never turned up before the weekend, awful.";
        importRows("other-words", List.of(review("before", 1, 4, "Lamp", otherWords)));
        assertThat(themes(feedback("before"))).isEmpty();

        Path history = installation.write(
                "history.csv",
                List.of(
                        "text,theme",
                        "My package never turned up on time,delivery.late",
                        "The package turned up two weeks behind,delivery.late",
                        "Parcel never turned up before the holidays,delivery.late",
                        "Our package turned up after the party,delivery.late",
                        "The sign in page is blank,login.cannot-sign-in",
                        "My password is not accepted,login.cannot-sign-in",
                        "Password reset does not work,login.cannot-sign-in",
                        "The carton was tiny and things stuck out,packaging.box-too-small",
                        "A tiny carton with things sticking out,packaging.box-too-small",
                        "The carton hardly held one of them,packaging.box-too-small",
                        "The colour is nice,none",
                        "It works as it should,none",
                        "I bought two of them,none"));
        Path compiled = folder.resolve("compiled");
        CommandRun compilation = CommandRun.of(List.of(
                "taxonomy",
                "compile",
                "--taxonomy",
                installation.taxonomy().toString(),
                "--history",
                history.toString(),
                "--theme-column",
                "theme",
                "--teacher",
                "none",
                "--output",
                compiled.toString()));
        assertThat(compilation.exitCode()).as(compilation.err()).isZero();
        JsonNode published =
                Objects.requireNonNull(run("taxonomy", "publish", "--taxonomy", compiled.toString(), "--json")
                        .json()
                        .get(0));
        assertThat(published.path("learned").asBoolean()).isTrue();
        assertThat(published.path("teams_without_topic").size()).isZero();

        await().atMost(PATIENCE).untilAsserted(() -> {
            String id = "after-" + System.nanoTime();
            importRows(id, List.of(review(id, 1, 5, "Lamp", otherWords)));
            assertThat(themes(feedback(id))).containsExactly(Themes.DELIVERY);
            assertThat(feedback(id).getTaxonomyVersion())
                    .isEqualTo(published.path("version").asText());
        });
        assertThat(run("taxonomy", "publish", "--taxonomy", compiled.toString()).out())
                .startsWith("In force already");
    }
}
