package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static Scenario fixed(Scenario box) {
        box.say(box.change("fix", box.today()));
        return box;
    }

    private static Scenario surge(long seed) {
        return new Scenario(15, seed).days(60, 1, 40).days(21, 8, 40);
    }

    private static Verification numbers(Alert alert) {
        return Objects.requireNonNull(alert.verification());
    }

    private static Alert only(Scenario box, AlertState state) {
        return box.alerts.stream()
                .filter(alert -> alert.state() == state)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + state + " in " + box.states()));
    }

    @Test
    void aFixThatWorksIsVerifiedWithNumbers() {
        Scenario box = fixed(surge(6)).days(20, 0.5, 40);
        assertThat(numbers(only(box, AlertState.VERIFYING)).verdict()).isEqualTo(Verdict.PENDING);
        assertThat(AlertSentence.of(only(box, AlertState.VERIFYING), Scenario.NAMES))
                .contains("are being watched", "customers a week complained before it", "50 % fewer");
        Verification found = numbers(only(box, AlertState.VERIFIED));
        assertThat(found.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(found.conclusive()).isTrue();
        assertThat(found.targetDrop()).isEqualTo(0.5);
        assertThat(found.daysAfter()).isEqualTo(14);
        assertThat(found.perWeekBefore()).isBetween(40.0, 70.0);
        assertThat(found.perWeekAfter()).isBetween(0.5, 10.0);
        assertThat(found.ratio()).isNotNull().satisfies(ratio -> {
            assertThat(ratio.low()).isLessThan(ratio.estimate());
            assertThat(ratio.high()).isBetween(ratio.estimate(), 0.7);
            assertThat(ratio.estimate()).isCloseTo(found.perWeekAfter() / found.perWeekBefore(), Offset.offset(0.03));
        });
        assertThat(AlertSentence.of(only(box, AlertState.VERIFIED), Scenario.NAMES))
                .contains("worked", "customers a week complain about “Box too small”", "95 % confidence");
    }

    @Test
    void halfAFixIsPartial() {
        Scenario box =
                fixed(new Scenario(100, 3).days(60, 5, 60).days(21, 20, 60)).days(40, 13, 60);
        Alert partial = only(box, AlertState.PARTIAL);
        assertThat(numbers(partial).conclusive()).isTrue();
        assertThat(numbers(partial).daysAfter()).isGreaterThanOrEqualTo(28);
        assertThat(AlertSentence.of(partial, Scenario.NAMES))
                .contains("helped in part", "The target of 50 % fewer was missed.");
        assertThat(box.states()).doesNotContain(AlertState.VERIFIED, AlertState.NO_EFFECT);
    }

    @Test
    void theTargetIsTheTeams() {
        Scenario box = new Scenario(100, 3).days(60, 5, 60).days(21, 20, 60);
        box.say(new AlertCommand.DeclareChange(
                "fix", Scenario.PRODUCT, Scenario.THEME, box.now(), "ana", null, box.now(), 0.2));
        box.days(40, 11.5, 60);
        Verification found = numbers(only(box, AlertState.VERIFIED));
        assertThat(found.targetDrop()).isEqualTo(0.2);
    }

    @Test
    void aFixThatDoesNothingHasNoEffect() {
        Scenario box = fixed(surge(7)).days(40, 8, 40);
        Alert alert = only(box, AlertState.NO_EFFECT);
        assertThat(numbers(alert).conclusive()).isTrue();
        assertThat(AlertSentence.of(alert, Scenario.NAMES)).contains("did not help", "before it");
    }

    @Test
    void aRareComplaintGetsAVerdictAtLast() {
        Scenario box = new Scenario(2, 21);
        weeks(box, 12, List.of(1, 0, 1, 0, 1, 0, 0));
        assertThat(box.reasons()).containsExactly(Reason.CHRONIC);
        fixed(box);
        weeks(box, 11, List.of(1, 0, 0, 1, 0, 0, 0));
        assertThat(box.last().state()).isEqualTo(AlertState.VERIFYING);
        weeks(box, 2, List.of(1, 0, 0, 1, 0, 0, 0));
        Alert alert = box.last();
        assertThat(alert.state()).isIn(AlertState.PARTIAL, AlertState.NO_EFFECT);
        assertThat(numbers(alert).conclusive()).isFalse();
        assertThat(numbers(alert).daysAfter()).isEqualTo(Verification.LAST_DAY);
        assertThat(AlertSentence.of(alert, Scenario.NAMES)).containsAnyOf("Nothing shows", "may be chance");
    }

    private static void weeks(Scenario box, int count, List<Integer> week) {
        for (int i = 0; i < count; i++) {
            week.forEach(complaints -> box.day(complaints, 20));
        }
    }

    @Test
    void silenceIsNoImprovement() {
        Scenario box = fixed(surge(6));
        box.silence(30);
        assertThat(box.states()).doesNotContain(AlertState.VERIFIED, AlertState.PARTIAL);
        box.silence(60);
        assertThat(box.states()).doesNotContain(AlertState.VERIFIED, AlertState.PARTIAL);
        Alert alert = box.last();
        assertThat(alert.state()).isEqualTo(AlertState.NO_EFFECT);
        assertThat(numbers(alert).exposedAfter()).isLessThan(3);
        assertThat(AlertSentence.of(alert, Scenario.NAMES)).contains("silence is no improvement");
    }

    @Test
    void silenceDoesNotCalmAnIncident() {
        Scenario box = surge(6);
        assertThat(box.raises()).hasSize(1);
        box.silence(39);
        box.days(21, 8, 40);
        assertThat(box.raises()).as("it went on, it did not come back").hasSize(1);
    }

    @Test
    void aFixBeforeTheProblemDidNotPreventIt() {
        Scenario box = new Scenario(15, 8).days(60, 1, 40).days(10, 8, 40);
        box.say(box.change("early", box.today().minusDays(30)));
        assertThat(box.last().state()).isEqualTo(AlertState.VERIFYING);
        box.days(2, 8, 40);
        assertThat(box.last().state()).isEqualTo(AlertState.NO_EFFECT);
        assertThat(numbers(box.last()).perWeekAfter())
                .isGreaterThan(numbers(box.last()).perWeekBefore());
        assertThat(AlertSentence.of(box.last(), Scenario.NAMES)).contains("did not help");
    }

    @Test
    void aFixOfLastYearCannotBeJudgedAndSaysSo() {
        Scenario box = surge(9);
        box.say(box.change("old", box.today().minusDays(400)));
        box.days(2, 8, 40);
        assertThat(box.last().state()).isEqualTo(AlertState.NO_EFFECT);
        assertThat(numbers(box.last()).ratio()).isNull();
        assertThat(AlertSentence.of(box.last(), Scenario.NAMES)).contains("is not remembered");
    }

    @Test
    void aFixAheadIsWatchedFromItsDayOn() {
        Scenario box = surge(10);
        box.say(box.change("ahead", box.today().plusDays(10)));
        assertThat(box.last().state()).isEqualTo(AlertState.CHANGE_DECLARED);
        assertThat(numbers(box.last()).daysAfter()).isZero();
        assertThat(numbers(box.last()).perWeekBefore()).isPositive();
        box.days(12, 8, 40).days(25, 0.3, 40);
        assertThat(box.states())
                .containsSubsequence(AlertState.CHANGE_DECLARED, AlertState.VERIFYING, AlertState.VERIFIED);
    }

    @Test
    void aReturnCarriesTheNumbersToo() {
        Scenario box = fixed(surge(6)).days(35, 0.3, 40).days(10, 6, 40);
        Alert back = only(box, AlertState.REGRESSED);
        assertThat(back.regressions()).isEqualTo(1);
        assertThat(numbers(back).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(Alerts.isRaise(back)).isTrue();
    }

    @Test
    void complaintsAboutTheTimeBeforeTheFixDoNotCountAgainstIt() {
        Scenario box = surge(6);
        int effective = box.epochDay();
        fixed(box);
        for (int i = 0; i < 20; i++) {
            List<Cell> cells = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                cells.add(box.complaint(box.epochDay() * 24L + 9 + k, effective - 2, 1));
            }
            box.cells(cells, 40);
        }
        Alert alert = only(box, AlertState.VERIFIED);
        assertThat(numbers(alert).customersAfter()).isZero();
        assertThat(box.raises()).hasSize(1);
    }

    private static final Themes FAMILY = new Themes() {
        @Override
        public String nameOf(String theme) {
            return theme;
        }

        @Override
        public @Nullable String parentOf(String theme) {
            return theme.startsWith("box.") ? "box" : null;
        }
    };

    private static Scenario moving(Themes themes, String changed, String sibling, String stranger) {
        Scenario box = new Scenario(15, 5, themes)
                .days(60, Map.of(changed, 1.0, sibling, 1.0, stranger, 1.0), 40)
                .days(21, Map.of(changed, 8.0, sibling, 1.0, stranger, 1.0), 40);
        box.say(new AlertCommand.DeclareChange("fix", Scenario.PRODUCT, changed, box.now(), "ana", null, box.now()));
        return box.days(20, Map.of(changed, 0.3, sibling, 5.0, stranger, 1.0), 40);
    }

    @Test
    void painThatMovesIntoASiblingIsNamed() {
        Alert alert = only(moving(FAMILY, "box.small", "box.torn", "app"), AlertState.VERIFIED);
        assertThat(numbers(alert).compared()).isEqualTo(1);
        assertThat(numbers(alert).displaced()).singleElement().satisfies(risen -> {
            assertThat(risen.theme()).isEqualTo("box.torn");
            assertThat(risen.perWeekAfter()).isGreaterThan(2 * risen.perWeekBefore());
        });
        assertThat(AlertSentence.of(alert, FAMILY)).contains("“box.torn”", "the pain may have moved there");
    }

    @Test
    void aThemeWithoutFamilyIsHeldAgainstAllOthers() {
        Alert alert = only(moving(Themes.UNKNOWN, "a", "b", "c"), AlertState.VERIFIED);
        assertThat(numbers(alert).compared()).isEqualTo(2);
        assertThat(numbers(alert).displaced())
                .extracting(Verification.Displaced::theme)
                .containsExactly("b");
    }
}
