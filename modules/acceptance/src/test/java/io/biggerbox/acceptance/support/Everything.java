package io.biggerbox.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Answer;
import io.biggerbox.events.Author;
import io.biggerbox.events.Priority;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.events.Turn;
import io.biggerbox.events.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A load that leaves records of every kind on every public topic, with no field that is always empty in the inputs. */
public final class Everything {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DAYS = 63;
    private static final String ERASED = "customer-to-erase";
    private static final List<String> TEAMS = List.of("packaging", "identity", "delivery");
    private static final List<String> HINGES = List.of(
            "The hinge broke off after two days.",
            "The hinge broke after one week, terrible.",
            "A broken hinge after three days, awful.",
            "The hinge broke and I am angry.");

    private final Installation installation;
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS + 10L, ChronoUnit.DAYS);

    private Everything(Installation installation) {
        this.installation = installation;
    }

    /** Publishes it, waits until all of it has been processed, stops the applications, and names the topics. */
    public static List<Topic<?, ?>> publish(Installation installation) {
        Everything everything = new Everything(installation);
        everything.customersSpeak();
        everything.peopleAnswer();
        installation.awaitProcessed();
        installation.stopService();
        List<Topic<?, ?>> topics =
                new ArrayList<>(installation.connection().topics().all());
        TEAMS.forEach(team -> topics.add(installation.connection().topics().alertsOf(team)));
        return topics;
    }

    private void customersSpeak() {
        Rows rows = new Rows("e", 7);
        for (int day = 0; day < DAYS; day++) {
            Instant start = first.plus(day, ChronoUnit.DAYS);
            rows.onDay(start, 2, "Shop", Themes.BOX_TEXT, 1);
            rows.onDay(start, 2, "Shop", Themes.LOGIN_TEXT, 1);
            rows.onDay(start, 2, "Shop", Themes.DELIVERY_TEXT, 2);
            if (day < 6 * HINGES.size()) {
                rows.onDay(start, 1, "Case", HINGES.get(day % HINGES.size()), 1);
            }
            if (day % 9 == 8) {
                rows.by(ERASED, start.plus(23, ChronoUnit.HOURS), "Shop", Themes.BOX_TEXT, 1);
            }
        }
        Instant last = first.plus(DAYS + 1L, ChronoUnit.DAYS);
        rows.at(last, "Shop", Themes.PRAISE_TEXT, 5);
        try (SourceSender sender = new SourceSender(installation.connection())) {
            List.of(review(), ticket(), survey(), deadLetter()).forEach(sender::accept);
            rows.inOrderOfTime().reviews().forEach(sender::accept);
        }
        installation.awaitProcessed();
        TEAMS.forEach(team -> await("alerts of " + team)
                .atMost(PATIENCE)
                .until(() -> !installation.topics().alertsOf(team).isEmpty()));
    }

    private Review review() {
        return Review.newBuilder(Rows.review("full", 1, "c-full", first, "Shop", Themes.BOX_TEXT, 1))
                .setCustomerTier("premium")
                .setCustomerValuePerYear(1234.56)
                .setChannel("app store")
                .setLanguage("en")
                .setExperiencedAt(first.minus(3, ChronoUnit.HOURS))
                .setEditedAt(first.plus(1, ChronoUnit.HOURS))
                .setTitle("Naïve packaging 📦")
                .setReplyText("We are sorry. From now on we use bigger boxes.")
                .setRepliedAt(first.plus(2, ChronoUnit.HOURS))
                .setAttributes(Map.of("shop", "Zürich", "empty", ""))
                .build();
    }

    /** Anybody can decode it, and no stars go so high. */
    private Review deadLetter() {
        return Rows.review("dead", 1, "c-dead", first, "Shop", Themes.PRAISE_TEXT, 99);
    }

    private Ticket ticket() {
        return Ticket.newBuilder()
                .setSource("desk")
                .setSourceId("full")
                .setRevision(3)
                .setProduct("Shop")
                .setCustomerId("c-full")
                .setWrittenAt(first)
                .setUpdatedAt(first.plus(2, ChronoUnit.DAYS))
                .setSubject("Cannot sign in")
                .setDescription(Themes.LOGIN_TEXT)
                .setTurns(List.of(
                        new Turn(
                                Author.VENDOR,
                                true,
                                first.plus(1, ChronoUnit.HOURS),
                                "This is how it works by design. Please read the manual.",
                                true),
                        new Turn(Author.CUSTOMER, true, first.plus(2, ChronoUnit.HOURS), Themes.LEAVING_TEXT, false)))
                .setStatus(TicketStatus.CLOSED)
                .setResolution(Resolution.USER_ERROR)
                .setTags(List.of("login", "vip"))
                .setPriority(Priority.LOW)
                .setSatisfaction(0.25)
                .setSatisfactionComment("Nobody helped me.")
                .setAttributes(Map.of())
                .build();
    }

    private Survey survey() {
        return Survey.newBuilder()
                .setSource("poll")
                .setSourceId("full")
                .setRevision(0)
                .setProduct("Shop")
                .setCustomerId("c-full")
                .setWrittenAt(first)
                .setKind(SurveyKind.NPS)
                .setScore(2.0)
                .setScoreMin(0)
                .setScoreMax(10)
                .setComment(Themes.DELIVERY_TEXT)
                .setAnswers(List.of(new Answer("What would help?", "A courier who rings the bell.")))
                .setAttributes(Map.of("wave", "7"))
                .build();
    }

    private void peopleAnswer() {
        String alert = installation.topics().alertsOf("packaging").get(0).getAlertId();
        run("ack", alert, "--actor", "ann", "--note", "looking into it");
        run("fixed", alert, "--effective", "now");
        run("correct", "test:full", "--not-theme", Themes.BOX, "--sentiment", "NEUTRAL", "--actor", "ada");
        run("correct", "desk:full", "--theme", Themes.DELIVERY);
        run("correct", "desk:full", "--undo");
        await("a candidate").atMost(PATIENCE).until(() -> !candidates().isEmpty());
        String candidate = candidates().get(0);
        run("theme-candidates", "dismiss", candidate);
        run("erase", "--customer", ERASED, "--reason", "request 17", "--yes");
        await("what was said is taken back").atMost(PATIENCE).until(() -> installation.topics().feedback().stream()
                .anyMatch(said -> said.getWithdrawalsLeft() != null));
        await("the change is declared")
                .atMost(PATIENCE)
                .until(() -> installation.topics().alerts().get(alert).getChangeEffectiveAt() != null);
        await("the candidate is dismissed").atMost(PATIENCE).until(() -> !candidates()
                .contains(candidate));
    }

    private List<String> candidates() {
        return run("theme-candidates", "--json").json().stream()
                .map(each -> each.path("candidate_id").asText())
                .toList();
    }

    private CommandRun run(String... args) {
        CommandRun run = installation.run(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }
}
