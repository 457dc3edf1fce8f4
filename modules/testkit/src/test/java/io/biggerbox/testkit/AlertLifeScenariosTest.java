package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.command;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Fixtures.BOX;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static io.biggerbox.testkit.Fixtures.LOGIN;
import static io.biggerbox.testkit.Fixtures.LOGIN_COMPLAINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.AlertState;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.Verdict;
import io.biggerbox.events.Verification;
import io.biggerbox.recurrence.AlertIds;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an alert: first signs, verdicts with numbers, families, silent sources. */
class AlertLifeScenariosTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static Instant at(int day, int i) {
        return MONDAY.plus(DAY.multipliedBy(day)).plusSeconds(600L * i);
    }

    /** So many customers complain on each of these days; each says it once. */
    private static void complaints(
            TestStack stack, int fromDay, int toDay, int aDay, UnaryOperator<Review.Builder> with) {
        for (int day = fromDay; day < toDay; day++) {
            for (int i = 0; i < aDay; i++) {
                String id = day + "-" + i;
                stack.send(with.apply(review("r" + id, "c" + id, at(day, i))).build());
            }
        }
    }

    private static void praise(TestStack stack, int fromDay, int toDay) {
        for (int day = fromDay; day < toDay; day++) {
            stack.send(
                    review("q" + day, "q" + day, at(day, 0)).setText(BOX_PRAISE).build());
        }
    }

    /** Quiet, then a surge that is still going on. */
    private static void surge(TestStack stack, UnaryOperator<Review.Builder> with) {
        praise(stack, 0, 60);
        complaints(stack, 60, 70, 6, with);
    }

    private static @Nullable ProcessChangeAlert find(TestStack stack, AlertState state) {
        return stack.alerts().stream()
                .filter(alert -> alert.getState() == state)
                .findFirst()
                .orElse(null);
    }

    private static ProcessChangeAlert only(TestStack stack, AlertState state) {
        ProcessChangeAlert found = find(stack, state);
        if (found == null) {
            throw new AssertionError("there is no " + state);
        }
        return found;
    }

    @Test
    void aFirstSignIsForWatchersAndCallsNobody() {
        try (TestStack stack = TestStack.ephemeral()) {
            complaints(stack, 0, 32, 1, review -> review);
            ProcessChangeAlert sign = only(stack, AlertState.EMERGING);
            assertThat(sign.getRaised()).isFalse();
            assertThat(sign.getGeneration()).isEqualTo(1);
            assertThat(sign.getEmergingUntil()).isEqualTo(sign.getDecidedAt().plus(DAY.multipliedBy(14)));
            assertThat(sign.getSummary()).startsWith("First sign: ");
            assertThat(stack.records(stack.topics().alerts())
                            .get(0)
                            .headers()
                            .lastHeader("ce_type")
                            .value())
                    .asString()
                    .isEqualTo("io.biggerbox.alert.emerging.v1");
        }
    }

    @Test
    void aVerdictCarriesItsNumbers() {
        try (TestStack stack = TestStack.ephemeral()) {
            surge(stack, review -> review);
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(70, 0))
                    .setEffectiveAt(at(70, 0))
                    .setTargetDrop(0.8)
                    .build());
            praise(stack, 71, 90);
            ProcessChangeAlert raised = only(stack, AlertState.OPEN);
            assertThat(raised.getVerification()).isNull();
            ProcessChangeAlert verified = only(stack, AlertState.VERIFIED);
            Verification numbers = verified.getVerification();
            assertThat(numbers).isNotNull();
            assertThat(numbers.getVerdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(numbers.getTargetDrop()).isEqualTo(0.8);
            assertThat(numbers.getMethod()).isEqualTo("poisson-rate-ratio-95");
            assertThat(numbers.getCustomersBefore()).isGreaterThan(50);
            assertThat(numbers.getCustomersAfter()).isZero();
            assertThat(numbers.getRatioHigh()).isNotNull().isLessThan(0.7);
            assertThat(numbers.getExposedDaysAfter()).isGreaterThanOrEqualTo(13);
            assertThat(verified.getSummary()).contains("worked", "customers a week");
        }
    }

    @Test
    void aTargetThatIsNoPartIsADeadLetter() {
        try (TestStack stack = TestStack.ephemeral()) {
            for (double drop : new double[] {0, -1, 1.5, Double.NaN}) {
                stack.send(command("cmd" + drop, CommandKind.DECLARE_CHANGE, MONDAY)
                        .setEffectiveAt(MONDAY)
                        .setTargetDrop(drop)
                        .build());
            }
            assertThat(stack.deadLetters()).hasSize(4).allSatisfy(letter -> assertThat(letter.field())
                    .isEqualTo("target_drop"));
        }
    }

    @Test
    void aSilentSourceVerifiesNothing() {
        try (TestStack stack = TestStack.ephemeral()) {
            surge(stack, review -> review);
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(70, 0))
                    .setEffectiveAt(at(70, 0))
                    .build());
            for (int day = 71; day < 170; day++) {
                others(stack, day, day + 1);
                double silent = silentProducts(stack);
                assertThat(silent).as("day %s", day).isEqualTo(day < 73 ? 0 : 1);
            }
            assertThat(find(stack, AlertState.VERIFIED)).isNull();
            assertThat(find(stack, AlertState.PARTIAL)).isNull();
            ProcessChangeAlert last = only(stack, AlertState.NO_EFFECT);
            assertThat(last.getVerification()).isNotNull().satisfies(numbers -> assertThat(numbers.getConclusive())
                    .isFalse());
            assertThat(last.getSummary()).contains("silence is no improvement");
            praise(stack, 170, 173);
            assertThat(silentProducts(stack)).as("heard again").isZero();
        }
    }

    /** Nothing was left to wait for until somebody declared a change. */
    @Test
    void aChangeDeclaredForAProductThatSleepsTakesEffectWithoutAnythingBeingSaidOfIt() {
        try (TestStack stack = TestStack.ephemeral()) {
            surge(stack, review -> review);
            praise(stack, 66, 120);
            others(stack, 120, 130);
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(130, 0))
                    .setEffectiveAt(at(135, 0))
                    .build());
            assertThat(only(stack, AlertState.CHANGE_DECLARED).getDecidedAt()).isEqualTo(at(130, 0));
            others(stack, 130, 134);
            assertThat(find(stack, AlertState.VERIFYING)).isNull();
            others(stack, 134, 140);
            assertThat(only(stack, AlertState.VERIFYING).getDecidedAt()).isBetween(at(135, 0), at(137, 0));
        }
    }

    private static void others(TestStack stack, int from, int to) {
        for (int day = from; day < to; day++) {
            stack.send(review("o" + day, "o" + day, at(day, 0))
                    .setProduct("Other")
                    .setText(BOX_PRAISE)
                    .build());
        }
    }

    private static double silentProducts(TestStack stack) {
        return stack.pipeline().driver(Application.DETECT).metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("silent-products"))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .sum();
    }

    @Test
    void complaintsAboutTheTimeBeforeTheFixAreNoReturn() {
        try (TestStack stack = TestStack.ephemeral()) {
            surge(stack, review -> review);
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(70, 0))
                    .setEffectiveAt(at(70, 0))
                    .build());
            praise(stack, 71, 100);
            complaints(stack, 100, 110, 6, review -> review.setExperiencedAt(at(65, 0)));
            assertThat(find(stack, AlertState.VERIFIED)).isNotNull();
            assertThat(find(stack, AlertState.REGRESSED)).isNull();

            complaints(stack, 110, 116, 6, review -> review);
            assertThat(only(stack, AlertState.REGRESSED).getVerification())
                    .isNotNull()
                    .satisfies(numbers -> assertThat(numbers.getVerdict()).isEqualTo(Verdict.REGRESSED));
        }
    }

    @Test
    void aChangeDeclaredBeforeAnyAlertIsRemembered() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, 0, 40);
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(40, 0))
                    .setEffectiveAt(at(40, 0))
                    .build());
            praise(stack, 40, 60);
            complaints(stack, 60, 70, 6, review -> review);
            ProcessChangeAlert back = only(stack, AlertState.REGRESSED);
            assertThat(back.getRegressions()).isEqualTo(1);
            assertThat(back.getRaised()).isTrue();
        }
    }

    @Test
    void laterAlertsOfAFamilyReferToTheFirst() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.publish(new Taxonomy("test", "test-2", List.of(part(BOX, "box"), part(LOGIN, "log in"))), MONDAY);
            praise(stack, 0, 60);
            complaints(stack, 60, 66, 6, review -> review);
            for (int day = 66; day < 74; day++) {
                for (int i = 0; i < 6; i++) {
                    String id = "l" + day + "-" + i;
                    stack.send(
                            review(id, id, at(day, i)).setText(LOGIN_COMPLAINT).build());
                }
                complaints(stack, day, day + 1, 6, review -> review);
            }
            ProcessChangeAlert first = raise(stack, BOX);
            ProcessChangeAlert later = raise(stack, LOGIN);
            assertThat(first.getParent()).isEqualTo("all");
            assertThat(first.getRelated()).isEmpty();
            assertThat(later.getRelated()).singleElement().satisfies(related -> {
                assertThat(related.getAlertId()).isEqualTo(AlertIds.of("Box", BOX));
                assertThat(related.getThemeName()).isEqualTo("Part " + BOX);
            });
            assertThat(later.getSummary()).contains("It may be one problem with “Part " + BOX + "”");
        }
    }

    private static Theme part(String id, String word) {
        return new Theme(id, "Part " + id, "", "all", "team", List.of(), List.of(word), List.of());
    }

    private static ProcessChangeAlert raise(TestStack stack, String theme) {
        return stack.alerts().stream()
                .filter(alert -> alert.getTheme().equals(theme) && alert.getState() == AlertState.OPEN)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void headsAndValueAreBothShown() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, 0, 60);
            complaints(
                    stack, 58, 59, 4, review -> review.setText(LOGIN_COMPLAINT).setCustomerValuePerYear(100.0));
            for (int day = 60; day < 70; day++) {
                for (int i = 0; i < 6; i++) {
                    String id = "v" + day + "-" + i;
                    stack.send(review(id, id, at(day, i))
                            .setCustomerValuePerYear(i < 3 ? 1_000.0 : null)
                            .build());
                }
            }
            ProcessChangeAlert alert = only(stack, AlertState.OPEN);
            assertThat(alert.getCustomersValueKnown()).isGreaterThanOrEqualTo(3);
            assertThat(alert.getCustomersValueUnknown()).isPositive();
            assertThat(alert.getCustomersValueKnown() + alert.getCustomersValueUnknown())
                    .isEqualTo(alert.getCustomers());
            assertThat(alert.getValueAtRisk()).isEqualTo(1_000.0 * alert.getCustomersValueKnown());
            assertThat(alert.getValueWeightedCustomers()).isNotNull().isGreaterThan((double)
                    alert.getCustomersValueKnown());
        }
    }
}
