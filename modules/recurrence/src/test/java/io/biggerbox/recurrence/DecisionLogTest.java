package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.biggerbox.recurrence.DayDecision.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every closed day is explained, by the same numbers as the alert. */
class DecisionLogTest {

    private final List<DayDecision> decisions = new ArrayList<>();

    private DayDecision of(Outcome outcome) {
        return decisions.stream()
                .filter(one -> one.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private List<Outcome> outcomes() {
        return decisions.stream().map(DayDecision::outcome).distinct().toList();
    }

    /** The decision of the raise and the test that passed there carry the numbers of the alert. */
    private void explains(Alert alert) {
        DayDecision raise = decisions.stream()
                .filter(one ->
                        one.outcome() == Outcome.RAISED && one.decidedAt().equals(alert.decidedAt()))
                .findFirst()
                .orElseThrow();
        Evidence evidence = alert.evidence();
        assertThat(raise.incident()).isEqualTo(alert.reason());
        assertThat(raise.alert()).isEqualTo(alert.state());
        assertThat(raise.known()).isTrue();
        assertThat(raise.examined()).filteredOn(Examined::passed).anySatisfy(one -> {
            assertThat(one.windowStart()).isEqualTo(evidence.windowStart());
            assertThat(one.windowEnd()).isEqualTo(evidence.windowEnd());
            assertThat(one.seen()).isEqualTo(evidence.seen());
            assertThat(one.expected()).isEqualTo(evidence.expected());
            assertThat(one.statistic()).isEqualTo(evidence.statistic());
            assertThat(one.value()).isEqualTo(evidence.value());
            assertThat(one.threshold()).isEqualTo(evidence.threshold());
        });
        assertThat(raise.decisive()).isNotNull().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(alert.reason());
            assertThat(one.value()).isEqualTo(evidence.value());
            assertThat(one.windowStart()).isEqualTo(evidence.windowStart());
        });
        assertThat(raise.sentence()).startsWith("Raised " + alert.reason() + ": " + evidence.seen() + " in ");
    }

    @Test
    void aQuietDayOfAnAlertThatIsCalmIsNoOccasionToLookButOneOfAnAlertThatGoesOnIs() {
        Scenario box = new Scenario(15, 1, decisions::add).days(70, 1, 40).days(14, 6, 40);
        decisions.clear();
        box.days(3, 0, 40);
        assertThat(outcomes()).containsExactly(Outcome.GOES_ON);
        box.days(40, 0.5, 40);
        decisions.clear();
        box.days(3, 0, 40);
        // The first day closed is the last one before.
        assertThat(decisions.get(decisions.size() - 1).outcome()).isEqualTo(Outcome.NOT_LOOKED_AT);
        assertThat(decisions.get(decisions.size() - 1).sentence())
                .isEqualTo("Not looked at: no complaint was new and no alert goes on.");
    }

    @Test
    void surgeIsExplainedFromCalmToCalm() {
        Scenario box = new Scenario(15, 1, decisions::add).days(70, 1, 40);
        LocalDate start = box.today();
        box.days(14, 6, 40).days(30, 1, 40);
        assertThat(box.reasons()).containsExactly(Reason.SURGE);
        explains(box.raises().get(0));
        assertThat(outcomes())
                .contains(Outcome.NOTHING, Outcome.RAISED, Outcome.GOES_ON, Outcome.CALMED, Outcome.RESTS);
        DayDecision goesOn = of(Outcome.GOES_ON);
        assertThat(goesOn.incident()).isEqualTo(Reason.SURGE);
        assertThat(goesOn.onset()).isAfter(start.minusDays(3));
        assertThat(goesOn.examined()).singleElement().satisfies(watch -> {
            assertThat(watch.statistic()).isEqualTo(Examined.WATCH);
            assertThat(watch.value()).isGreaterThan(watch.threshold());
            assertThat(watch.shortfall()).isEqualTo(Shortfall.NOT_CALM);
        });
        DayDecision calm = of(Outcome.CALMED);
        assertThat(calm.incident()).isNull();
        assertThat(calm.examined().get(0).value())
                .isLessThanOrEqualTo(calm.examined().get(0).threshold());
        assertThat(calm.sentence()).startsWith("The SURGE since " + goesOn.onset() + " is calm again: ");
    }

    @Test
    void everyClosedDayIsSaidOnceInOrder() {
        Scenario box = new Scenario(15, 1, decisions::add).days(100, 0.4, 40);
        assertThat(box.raises()).isEmpty();
        List<LocalDate> days = decisions.stream().map(DayDecision::day).toList();
        LocalDate first = days.get(0);
        // The last day is still going on.
        assertThat(days)
                .containsExactlyElementsOf(
                        first.datesUntil(box.today().minusDays(1)).toList());
        assertThat(first).isBefore(Scenario.START.plusDays(10));
        assertThat(outcomes()).containsExactlyInAnyOrder(Outcome.NOTHING, Outcome.NOT_LOOKED_AT);
        assertThat(decisions).allSatisfy(one -> {
            assertThat(one.exposure()).isCloseTo(one.weekday() * one.volume(), within(1e-12));
            assertThat(one.outcome() == Outcome.NOT_LOOKED_AT).isEqualTo(one.customers() == 0);
        });
        double seen =
                decisions.stream().skip(30).mapToInt(DayDecision::customers).sum();
        double expected = decisions.stream()
                .skip(30)
                .mapToDouble(one -> Objects.requireNonNull(one.expected()))
                .sum();
        assertThat(expected).isCloseTo(seen, within(10.0));
        assertThat(decisions.get(0).expected()).isNull();
    }

    @Test
    void oneLoudDaySaysWhatWasMissing() {
        Scenario box = new Scenario(15, 5, decisions::add).days(70, 1, 40);
        LocalDate loud = box.today();
        box.day(28, 40).days(3, 1, 40);
        assertThat(box.raises()).isEmpty();
        DayDecision day = decisions.stream()
                .filter(one -> one.day().equals(loud))
                .findFirst()
                .orElseThrow();
        Examined surge = day.examined().get(0);
        assertThat(surge.reason()).isEqualTo(Reason.SURGE);
        assertThat(surge.value()).isGreaterThan(surge.threshold());
        assertThat(surge.shortfall()).isEqualTo(Shortfall.ONE_LOUD_DAY);
        assertThat(surge.passed()).isFalse();
        assertThat(day.customers()).isEqualTo(28);
        assertThat(day.sentence())
                .startsWith("Nothing: nearest was SURGE with ")
                .endsWith("; one loud day carries it.");
    }

    @Test
    void chronicAndReturnAreExplained() {
        Scenario box = new Scenario(5, 3, decisions::add).days(70, 9 / 7.0, 20);
        box.raises().forEach(this::explains);
        assertThat(box.reasons()).containsExactly(Reason.CHRONIC);
        assertThat(decisions).anySatisfy(one -> assertThat(one.examined())
                .anySatisfy(test -> assertThat(test.shortfall()).isEqualTo(Shortfall.TOO_EARLY)));
        decisions.clear();
        Scenario back = new Scenario(15, 6, decisions::add).days(60, 1, 40).days(14, 6, 40);
        back.say(back.change("c1", back.today()));
        back.days(35, 0.3, 40).days(10, 4, 40);
        assertThat(back.reasons()).containsExactly(Reason.SURGE, Reason.REGRESSION);
        back.raises().forEach(this::explains);
    }

    @Test
    void anIncidentThatOutlastsTheReferenceIsMeasuredByItsBeginning() {
        Scenario box = new Scenario(5, 3, decisions::add).days(200, 9 / 7.0, 20);
        assertThat(box.reasons()).containsExactly(Reason.CHRONIC);
        DayDecision last = decisions.get(decisions.size() - 1);
        assertThat(last.outcome()).isEqualTo(Outcome.GOES_ON);
        assertThat(last.expected()).isNotNull().isCloseTo(5 / 7.0 * last.exposure(), within(1e-9));
    }

    @Test
    void anOutageAndACampaignAreSeen() {
        Scenario box = new Scenario(15, 2, decisions::add).days(60, 1, 40);
        LocalDate outage = box.today();
        box.day(0, 0);
        LocalDate campaign = box.today();
        box.day(1, 160).days(2, 1, 40);
        assertThat(decisions)
                .filteredOn(one -> one.day().equals(outage))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.volume()).isZero();
                    assertThat(one.expected()).isZero();
                });
        assertThat(decisions)
                .filteredOn(one -> one.day().equals(campaign))
                .singleElement()
                .satisfies(one -> assertThat(one.volume()).isBetween(3.0, 5.0));
    }

    @Test
    void listeningChangesNoAlertAndOtherSeriesAreNotSaid() {
        List<Alert> heard = history(decisions::add).alerts;
        assertThat(heard).isNotEmpty().isEqualTo(history(DecisionLog.NONE).alerts);
        assertThat(decisions).isNotEmpty();
        decisions.clear();
        DecisionLog other = new DecisionLog() {
            @Override
            public boolean listensTo(String product, String theme) {
                return !theme.equals(Scenario.THEME);
            }

            @Override
            public void decided(DayDecision decision) {
                decisions.add(decision);
            }
        };
        assertThat(history(other).alerts).isEqualTo(heard);
        assertThat(decisions).isEmpty();
    }

    private static Scenario history(DecisionLog log) {
        Scenario box = new Scenario(15, 9, log).days(60, 1, 40).days(14, 6, 40);
        box.say(box.change("c1", box.today()));
        return box.days(35, 0.3, 40).days(10, 4, 40).days(60, 0.2, 40);
    }
}
