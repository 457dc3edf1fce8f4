package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private static final Instant MARCH = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2025-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    private AlertRecord record = AlertRecord.NONE;

    private boolean happens(LifeCycle.Happening happening, Instant at) {
        LifeCycle.Step step = LifeCycle.next(record, happening, at);
        record = AlertRecord.decode(step.record().encode());
        assertThat(record).isEqualTo(step.record());
        return step.speaks();
    }

    private static LifeCycle.Raised raised(Reason reason, long reach) {
        return new LifeCycle.Raised(new Signal(reason, 1, 7, 9, 2.5, "nb-llr", 8, 7.5, 1, 0.4), reach, null);
    }

    private static Verification numbers(Verdict verdict, int days) {
        return new Verification(
                MARCH,
                0.5,
                28,
                days,
                28,
                days,
                40,
                8,
                10,
                2,
                new Verification.Interval(0.1, 0.2, 0.4),
                verdict,
                true,
                0,
                List.of());
    }

    private static LifeCycle.Judged judged(Verdict verdict) {
        return new LifeCycle.Judged(numbers(verdict, 20), 40);
    }

    private static LifeCycle.Said ack(String id) {
        return new LifeCycle.Said(new AlertCommand.Acknowledge(id, "p", "t", MARCH, "ana", null), 0);
    }

    private static LifeCycle.Said change(Instant effective) {
        return new LifeCycle.Said(
                new AlertCommand.DeclareChange("c" + effective, "p", "t", MARCH, "ana", "note", effective), 0.5);
    }

    private static LifeCycle.Said mute(Instant until) {
        return new LifeCycle.Said(new AlertCommand.Mute("m" + until, "p", "t", MARCH, "ana", null, until), 0);
    }

    private @Nullable AlertState state() {
        return record.state();
    }

    @Test
    void aWholeLife() {
        assertThat(happens(raised(Reason.SURGE, 9), MARCH)).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(happens(ack("a1"), MARCH)).isTrue();
        assertThat(happens(ack("a1"), MARCH)).isFalse();
        assertThat(state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(happens(change(APRIL), MARCH)).isTrue();
        assertThat(state()).isEqualTo(AlertState.CHANGE_DECLARED);
        assertThat(happens(new LifeCycle.Waited(), MARCH)).isFalse();
        assertThat(happens(new LifeCycle.Waited(), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.VERIFYING);
        assertThat(happens(new LifeCycle.Calmed(), APRIL)).isFalse();
        assertThat(happens(judged(Verdict.VERIFIED), APRIL)).isTrue();
        assertThat(happens(judged(Verdict.NO_EFFECT), APRIL)).isFalse();
        assertThat(state()).isEqualTo(AlertState.VERIFIED);
        assertThat(happens(raised(Reason.REGRESSION, 20), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.REGRESSED);
        assertThat(record.generation()).isEqualTo(2);
        assertThat(record.regressions()).isEqualTo(1);
        assertThat(record.revision()).isEqualTo(6);
        assertThat(record.firstSeenAt()).isEqualTo(MARCH);
        assertThat(record.openedAt()).isEqualTo(MAY);
    }

    @Test
    void aChangeInThePastIsWatchedAtOnce() {
        happens(raised(Reason.CHRONIC, 30), APRIL);
        assertThat(happens(change(MARCH), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.VERIFYING);
    }

    @Test
    void aChangeWithoutAlertIsRememberedSilently() {
        assertThat(happens(change(MARCH), MARCH)).isFalse();
        assertThat(record.exists()).isFalse();
        assertThat(record.changeEffectiveAt()).isEqualTo(MARCH);
        assertThat(happens(ack("a"), MARCH)).isFalse();
    }

    @Test
    void muteIsSilentUntilWorse() {
        happens(raised(Reason.SURGE, 10), MARCH);
        assertThat(happens(mute(MAY), MARCH)).isTrue();
        assertThat(state()).isEqualTo(AlertState.MUTED);
        assertThat(happens(new LifeCycle.GoesOn(15), APRIL)).isFalse();
        assertThat(happens(new LifeCycle.GoesOn(20), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.ESCALATED);
    }

    @Test
    void muteEndsByItself() {
        happens(raised(Reason.SURGE, 10), MARCH);
        happens(mute(APRIL), MARCH);
        assertThat(happens(new LifeCycle.Waited(), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(happens(mute(MARCH), APRIL)).isFalse();
    }

    @Test
    void ageIsAnnouncedOnALadder() {
        happens(raised(Reason.CHRONIC, 10), MARCH);
        assertThat(happens(new LifeCycle.GoesOn(15), MARCH.plusSeconds(27 * 86_400L)))
                .isFalse();
        assertThat(happens(new LifeCycle.GoesOn(15), MARCH.plusSeconds(28 * 86_400L)))
                .isTrue();
        assertThat(happens(new LifeCycle.GoesOn(16), MARCH.plusSeconds(29 * 86_400L)))
                .isFalse();
        assertThat(state()).isEqualTo(AlertState.ESCALATED);
    }

    @Test
    void ageAloneIsNoNewsWhenNobodyComplainsAnyMore() {
        happens(raised(Reason.SURGE, 10), MARCH);
        assertThat(happens(new LifeCycle.GoesOn(10), APRIL)).isFalse();
        assertThat(happens(new LifeCycle.GoesOn(14), MAY)).isFalse();
        assertThat(happens(new LifeCycle.GoesOn(15), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.ESCALATED);
    }

    @Test
    void aNewWaveAfterCalmIsANewGeneration() {
        happens(raised(Reason.SURGE, 10), MARCH);
        happens(new LifeCycle.Calmed(), APRIL);
        assertThat(happens(raised(Reason.SURGE, 12), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(record.generation()).isEqualTo(2);
        assertThat(record.regressions()).isZero();
    }

    @Test
    void commandMemoryIsBounded() {
        happens(raised(Reason.SURGE, 10), MARCH);
        for (int i = 0; i < 1000; i++) {
            happens(ack("a".repeat(500) + i), MARCH);
        }
        assertThat(record.commands()).hasSizeLessThanOrEqualTo(AlertRecord.COMMANDS);
        assertThat(record.encode().length).isLessThan(2048);
    }

    private static LifeCycle.Emerged sign() {
        return new LifeCycle.Emerged(new Signal(Reason.SURGE, 1, 7, 6, 2.5, "nb-llr", 5, 7.5, 1, 0.4));
    }

    private static Instant after(Instant time, int days) {
        return time.plus(Duration.ofDays(days));
    }

    @Test
    void aFirstSignGoesSilentlyAndMayComeAgainMuchLater() {
        assertThat(happens(sign(), MARCH)).isTrue();
        assertThat(state()).isEqualTo(AlertState.EMERGING);
        assertThat(record.toldGeneration()).isEqualTo(1);
        assertThat(happens(sign(), after(MARCH, 1))).isFalse();
        assertThat(happens(new LifeCycle.Waited(), after(MARCH, 13))).isFalse();
        assertThat(record.exists()).isTrue();
        assertThat(happens(new LifeCycle.Waited(), after(MARCH, 14))).isFalse();
        assertThat(record.exists()).isFalse();
        assertThat(happens(sign(), after(MARCH, 55))).isFalse();
        assertThat(happens(sign(), after(MARCH, 56))).isTrue();
        assertThat(record.revision()).as("revisions never go back").isEqualTo(2);
        assertThat(record.toldGeneration()).isEqualTo(1);
    }

    @Test
    void whatIsRaisedAfterAFirstSignIsTheSameGeneration() {
        happens(sign(), MARCH);
        assertThat(happens(raised(Reason.SURGE, 9), after(MARCH, 3))).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(record.generation()).isEqualTo(1);
        assertThat(record.hasSign()).isFalse();
        assertThat(record.openedAt()).isEqualTo(after(MARCH, 3));
        assertThat(happens(sign(), after(MARCH, 70))).as("while it is open").isFalse();
        happens(new LifeCycle.Calmed(), after(MARCH, 71));
        assertThat(happens(sign(), after(MARCH, 72))).isTrue();
        assertThat(record.toldGeneration()).isEqualTo(2);
        assertThat(record.generation()).isEqualTo(1);
    }

    @Test
    void anAcknowledgedOrMutedFirstSignPassesToo() {
        happens(sign(), MARCH);
        assertThat(happens(ack("a"), MARCH)).isTrue();
        assertThat(happens(new LifeCycle.Waited(), after(MARCH, 14))).isFalse();
        assertThat(record.exists()).isFalse();

        record = AlertRecord.NONE;
        happens(sign(), MARCH);
        assertThat(happens(mute(MAY), MARCH)).isTrue();
        assertThat(happens(new LifeCycle.Waited(), APRIL)).isFalse();
        assertThat(state()).isEqualTo(AlertState.MUTED);
        assertThat(happens(new LifeCycle.Waited(), MAY)).isFalse();
        assertThat(record.exists()).isFalse();
    }

    @Test
    void aVerdictBehindAFirstSignIsSaidAgain() {
        happens(raised(Reason.SURGE, 9), MARCH);
        happens(change(MARCH), MARCH);
        happens(new LifeCycle.Calmed(), MARCH);
        assertThat(happens(sign(), MARCH)).as("while it is watched").isFalse();
        happens(judged(Verdict.VERIFIED), APRIL);
        assertThat(happens(sign(), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.EMERGING);
        assertThat(happens(new LifeCycle.Waited(), after(APRIL, 14))).isTrue();
        assertThat(state()).isEqualTo(AlertState.VERIFIED);
        assertThat(record.toldGeneration()).isEqualTo(1);
    }

    @Test
    void whatComesAnewDuringASilenceIsToldAtItsEnd() {
        happens(raised(Reason.SURGE, 10), MARCH);
        happens(new LifeCycle.Calmed(), MARCH);
        happens(mute(MAY), MARCH);
        assertThat(happens(raised(Reason.SURGE, 12), APRIL)).isFalse();
        assertThat(state()).isEqualTo(AlertState.MUTED);
        assertThat(record.generation()).isEqualTo(2);
        assertThat(record.isOpen()).isTrue();
        assertThat(happens(new LifeCycle.Waited(), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(record.openedAt()).isEqualTo(APRIL);
    }

    @Test
    void whatIsMuchWorseBreaksASilence() {
        happens(raised(Reason.SURGE, 10), MARCH);
        happens(new LifeCycle.Calmed(), MARCH);
        happens(mute(MAY), MARCH);
        assertThat(happens(raised(Reason.SURGE, 20), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(record.mutedUntil()).isNull();
    }

    @Test
    void aPartialVerdictMayStillBecomeAnother() {
        happens(raised(Reason.CHRONIC, 30), MARCH);
        happens(change(MARCH), MARCH);
        assertThat(happens(judged(Verdict.PARTIAL), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.PARTIAL);
        assertThat(happens(ack("a"), APRIL)).as("while it is watched").isFalse();
        assertThat(happens(new LifeCycle.GoesOn(100), APRIL))
                .as("while it is watched")
                .isFalse();
        assertThat(happens(judged(Verdict.PARTIAL), APRIL)).as("the same again").isFalse();
        assertThat(happens(judged(Verdict.VERIFIED), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.VERIFIED);
    }

    @Test
    void aFinalPartialVerdictCanBeAcknowledgedAndEscalates() {
        happens(raised(Reason.CHRONIC, 30), MARCH);
        happens(change(MARCH), MARCH);
        happens(new LifeCycle.Judged(numbers(Verdict.PARTIAL, Verification.LAST_DAY), 30), MAY);
        assertThat(record.isWatched()).isFalse();
        assertThat(happens(judged(Verdict.VERIFIED), MAY)).isFalse();
        assertThat(happens(new LifeCycle.GoesOn(60), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.ESCALATED);
    }

    @Test
    void aVerdictDuringASilenceIsToldAtItsEnd() {
        happens(raised(Reason.CHRONIC, 30), MARCH);
        happens(change(MARCH), MARCH);
        happens(mute(MAY), MARCH);
        assertThat(happens(judged(Verdict.NO_EFFECT), APRIL)).isFalse();
        assertThat(happens(new LifeCycle.Waited(), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.NO_EFFECT);
    }

    @Test
    void aNewDeclarationReplacesTheOldOneAndItsVerdict() {
        happens(raised(Reason.CHRONIC, 30), MARCH);
        happens(change(MARCH), MARCH);
        happens(judged(Verdict.NO_EFFECT), APRIL);
        assertThat(happens(change(APRIL), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.VERIFYING);
        assertThat(record.changeEffectiveAt()).isEqualTo(APRIL);
        assertThat(record.change()).isNotNull();
        assertThat(record.isWatched()).isTrue();
    }

    @Test
    void aChangeThatLiesAheadIsNotForgottenWhenTheComplaintIsRaisedAnew() {
        happens(raised(Reason.SURGE, 10), MARCH);
        happens(change(MAY), MARCH);
        happens(new LifeCycle.Calmed(), MARCH);
        assertThat(happens(raised(Reason.SURGE, 12), APRIL)).isTrue();
        assertThat(state()).isEqualTo(AlertState.OPEN);
        assertThat(happens(new LifeCycle.Waited(), APRIL)).isFalse();
        assertThat(happens(new LifeCycle.Waited(), MAY)).isTrue();
        assertThat(state()).isEqualTo(AlertState.VERIFYING);
    }

    @Test
    void returnsAreCountedForLife() {
        happens(raised(Reason.SURGE, 10), MARCH);
        happens(change(MARCH), MARCH);
        for (int n = 1; n <= 3; n++) {
            happens(new LifeCycle.Calmed(), APRIL);
            Signal back = new Signal(Reason.REGRESSION, 1, 7, 9, 2.5, "nb-llr", 8, 5, 1, 0.4);
            happens(new LifeCycle.Raised(back, 10, numbers(Verdict.PENDING, 30)), APRIL);
            assertThat(state()).isEqualTo(AlertState.REGRESSED);
            assertThat(record.regressions()).isEqualTo(n);
        }
        assertThat(Objects.requireNonNull(record.change()).outcome()).isEqualTo(numbers(Verdict.REGRESSED, 30));
    }

    @Test
    void commandsAboutNothingLeaveNoTrace() {
        assertThat(happens(ack("a"), MARCH)).isFalse();
        assertThat(happens(mute(MAY), MARCH)).isFalse();
        assertThat(record).isEqualTo(AlertRecord.NONE);
    }
}
