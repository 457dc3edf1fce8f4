package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionTest {

    @Test
    void surgeIsRaisedOnceWithinDays() {
        Scenario box = new Scenario(15, 1).days(70, 1, 40);
        LocalDate start = box.today();
        box.days(14, 6, 40);
        assertThat(box.reasons()).containsExactly(Reason.SURGE);
        Alert alert = box.raises().get(0);
        assertThat(alert.state()).isEqualTo(AlertState.OPEN);
        assertThat(alert.decidedAt()).isBefore(start.plusDays(6).atStartOfDay().toInstant(ZoneOffset.UTC));
        Evidence evidence = alert.evidence();
        assertThat(evidence.seen()).isGreaterThan(2 * Math.round(evidence.expected()));
        assertThat(evidence.value()).isGreaterThanOrEqualTo(evidence.threshold());
        assertThat(evidence.daily()).hasSize(56);
        assertThat(evidence.quotes()).isNotEmpty().hasSizeLessThanOrEqualTo(Quotes.MOST);
        assertThat(evidence.tiers()).containsKey("premium");
        assertThat(evidence.valueAtRisk()).isPositive();
        assertThat(evidence.meanSentiment()).isEqualTo(-0.5);
    }

    @Test
    void slowGrowthIsRaisedAsSlowBurn() {
        Scenario box = new Scenario(40, 2).days(56, 4, 60);
        for (int week = 0; week < 12; week++) {
            box.days(7, 4 * Math.exp(0.12 * (week + 1)), 60);
        }
        assertThat(box.reasons()).contains(Reason.SLOW_BURN);
    }

    @Test
    void constantComplaintIsChronicAlthoughItNeverSpikes() {
        Scenario box = new Scenario(5, 3).days(70, 9 / 7.0, 20);
        assertThat(box.reasons()).containsExactly(Reason.CHRONIC);
        assertThat(box.raises().get(0).evidence().statistic()).isEqualTo("customers-per-week");
    }

    @Test
    void oneWeekIsNotChronic() {
        Scenario box = new Scenario(5, 4).days(60, 0.1, 20).days(7, 6, 20).days(60, 0.1, 20);
        assertThat(box.reasons()).doesNotContain(Reason.CHRONIC);
    }

    @Test
    void oneLoudDayIsNoRecurrence() {
        Scenario box = new Scenario(15, 5).days(70, 1, 40).day(28, 40).days(30, 1, 40);
        assertThat(box.raises()).isEmpty();
    }

    @Test
    void oneLoudDayIsNotCarriedByAFewLouderOnesBesideIt() {
        Scenario box = new Scenario(15, 5).days(70, 1, 40);
        box.day(4, 40).day(30, 40).day(3, 40).day(3, 40);
        assertThat(box.raises()).isEmpty();
    }

    @Test
    void aFewCustomersAfterALuckyPastAreNoSurge() {
        Scenario box = new Scenario(6, 1).days(70, 0, 40);
        box.day(1, 40).day(1, 40).day(1, 40).day(1, 40).day(1, 40);
        assertThat(box.raises()).isEmpty();
        box.day(2, 40).day(2, 40);
        assertThat(box.reasons()).containsExactly(Reason.SURGE);
    }

    @Test
    void withoutAPastALevelIsNoSurge() {
        assertThat(new Scenario(100, 1).days(20, 34, 100).raises()).isEmpty();
        assertThat(new Scenario(100, 1).days(20, 80, 100).reasons()).containsExactly(Reason.SURGE);
    }

    @Test
    void complaintThatReturnsAfterAChangeIsARegression() {
        Scenario box = new Scenario(15, 6).days(60, 1, 40).days(14, 6, 40);
        box.say(box.change("c1", box.today()));
        box.days(35, 0.3, 40).days(10, 4, 40);
        assertThat(box.reasons()).containsExactly(Reason.SURGE, Reason.REGRESSION);
        Alert back = box.raises().get(1);
        assertThat(back.state()).isEqualTo(AlertState.REGRESSED);
        assertThat(back.regressions()).isEqualTo(1);
        assertThat(back.generation()).isEqualTo(2);
        assertThat(back.id()).isEqualTo(box.raises().get(0).id());
        assertThat(box.states()).contains(AlertState.VERIFYING, AlertState.VERIFIED);
    }

    @Test
    void aFixThatHasHeldForMonthsIsNotDoubtedSoonerThanAnythingElse() {
        int young = 0;
        int old = 0;
        for (int seed = 0; seed < 20; seed++) {
            young += returns(seed, 35, 1.1);
            old += returns(seed, 110, 1.1);
            assertThat(returns(seed, 110, 5)).isEqualTo(1);
        }
        assertThat(young).isGreaterThan(2 * old);
    }

    /** How often a burst so many days after a change is told as a return. */
    private static int returns(int seed, int daysLater, double rate) {
        Scenario box = new Scenario(15, seed).days(60, 1, 40).days(14, 6, 40);
        box.say(box.change("c1", box.today()));
        box.days(daysLater, 0.2, 40).days(10, rate, 40);
        return (int) box.reasons().stream().filter(Reason.REGRESSION::equals).count();
    }

    @Test
    void complaintsFromBeforeTheChangeAreNoRegression() {
        Scenario box = new Scenario(15, 6).days(60, 1, 40).days(14, 6, 40);
        int effective = box.epochDay();
        box.say(box.change("c1", box.today()));
        box.days(35, 0.3, 40);
        for (int i = 0; i < 10; i++) {
            List<Cell> cells = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                cells.add(box.complaint(box.epochDay() * 24L + 9 + k, effective - 3, 1));
            }
            box.cells(cells, 40);
        }
        assertThat(box.reasons()).containsExactly(Reason.SURGE);
    }

    @Test
    void aChangeThatDoesNotHelpIsSaidSo() {
        Scenario box = new Scenario(15, 7).days(60, 1, 40).days(14, 6, 40);
        box.say(box.change("c1", box.today()));
        box.days(40, 6, 40);
        assertThat(box.states()).contains(AlertState.NO_EFFECT).doesNotContain(AlertState.VERIFIED);
        assertThat(box.raises()).hasSize(1);
    }

    @Test
    void praiseDoesNotHidePain() {
        Scenario box = new Scenario(15, 8).days(50, 1, 20);
        for (int week = 0; week < 12; week++) {
            double f = Math.exp(0.11 * (week + 1));
            box.days(7, 1 * f, (int) (20 * f * f));
        }
        assertThat(box.reasons()).isNotEmpty();
        assertThat(box.reasons()).isSubsetOf(Reason.SLOW_BURN, Reason.SURGE, Reason.CHRONIC);
    }

    @Test
    void campaignExplainsABump() {
        Scenario box = new Scenario(15, 9).days(70, 1.5, 40).days(3, 6, 170).days(30, 1.5, 40);
        assertThat(box.raises()).isEmpty();
    }

    @Test
    void outageIsNeitherCalmNorLowBaseline() {
        Scenario box = new Scenario(15, 10).days(50, 1.4, 40).days(10, 0, 0).days(30, 1.4, 40);
        assertThat(box.raises()).isEmpty();
    }

    @Test
    void eventsBeyondTheLatenessBoundReachOnlyTheTotals() {
        Scenario box = new Scenario(5, 11).days(70, 0.3, 20);
        List<Cell> late = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int day = box.epochDay() - 9 - i % 9;
            late.add(box.complaint(day * 24L + 10, day, 1));
        }
        box.cells(late, 20).days(10, 0.3, 20);
        assertThat(box.raises()).isEmpty();
    }

    @Test
    void whatIsTakenBackWasNeverThere() {
        Scenario box = new Scenario(5, 12).days(70, 0.3, 20);
        for (int day = 0; day < 5; day++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long hour = box.epochDay() * 24L + 9 + i;
                cells.add(box.complaint(hour, box.epochDay(), 1));
                cells.add(box.complaint(hour, box.epochDay(), -1));
            }
            box.cells(cells, 20);
        }
        assertThat(box.days(10, 0.3, 20).raises()).isEmpty();
    }

    @Test
    void firstWeeksAreQuietUnlessOverwhelming() {
        assertThat(new Scenario(5, 13).days(14, 0.8, 10).raises()).isEmpty();
        assertThat(new Scenario(5, 14).days(4, 0.8, 10).days(8, 12, 10).reasons())
                .contains(Reason.SURGE);
    }

    @Test
    void oneComplaintAWeekStaysQuiet() {
        assertThat(new Scenario(5, 15).days(300, 1 / 7.0, 5).raises()).isEmpty();
    }

    @Test
    void manyPeopleMakingOneMistakeIsOurs() {
        Scenario box = new Scenario(20, 16).days(30, 0, 20);
        for (int i = 0; i < 40; i++) {
            List<Cell> cells = new ArrayList<>();
            if (i % 3 == 0) {
                long hour = box.epochDay() * 24L + 9;
                cells.add(settled(hour, box.epochDay(), i % 4 == 0 ? 0 : 1));
            }
            box.cells(cells, 20);
        }
        assertThat(box.reasons()).containsExactly(Reason.DESIGN_INDUCED);
    }

    private static Cell settled(long hour, int day, int userErrors) {
        return new Cell(
                Scenario.THEME,
                hour,
                day,
                1,
                1,
                1,
                -1,
                0,
                0,
                userErrors,
                0,
                0,
                Map.of(),
                List.of(hour),
                List.of(),
                List.of());
    }
}
