package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmergingTest {

    private static List<Alert> signs(Scenario box) {
        return box.alerts.stream()
                .filter(alert -> alert.state() == AlertState.EMERGING)
                .toList();
    }

    @Test
    void whatGrowsIsSeenBeforeItIsSure() {
        Scenario box = new Scenario(15, 9).days(70, 1, 40).days(12, 3.2, 40);
        Alert sign = signs(box).get(0);
        Alert raise = box.raises().get(0);
        assertThat(Alerts.isRaise(sign)).isFalse();
        assertThat(sign.decidedAt()).isBefore(raise.decidedAt());
        assertThat(sign.evidence().threshold()).isEqualTo(raise.evidence().threshold());
        assertThat(sign.evidence().value())
                .isLessThan(raise.evidence().value())
                .isGreaterThan(0.6 * sign.evidence().threshold());
        assertThat(sign.emergingUntil()).isEqualTo(sign.decidedAt().plus(FirstSign.LASTS));
        assertThat(AlertSentence.of(sign, Scenario.NAMES))
                .startsWith("First sign: ")
                .contains("“Box too small”", "passes on");
        assertThat(raise.generation()).isEqualTo(sign.generation()).isEqualTo(1);
        assertThat(raise.revision()).isEqualTo(sign.revision() + 1);
        assertThat(raise.emergingUntil()).isNull();
    }

    @Test
    void aLevelThatIsTooMuchForFourWeeksIsAFirstSignOfAChronicProblem() {
        Scenario box = new Scenario(5, 1);
        for (int week = 0; week < 9; week++) {
            for (int day = 0; day < 7; day++) {
                box.day(day == 6 ? 2 : 1, 20);
            }
        }
        assertThat(signs(box)).hasSize(1);
        assertThat(signs(box).get(0).reason()).isEqualTo(Reason.CHRONIC);
        assertThat(signs(box).get(0).decidedAt()).isBefore(box.raises().get(0).decidedAt());
        assertThat(box.reasons()).containsExactly(Reason.CHRONIC);
    }

    @Test
    void whatHoversBelowTheBarIsNoFlood() {
        // Two weeks out of eight at a level that is nearly too much.
        Scenario box = new Scenario(15, 24).days(70, 1, 40);
        for (int wave = 0; wave < 6; wave++) {
            box.days(4, 2.6, 40).days(52, 1, 40);
        }
        assertThat(signs(box)).isNotEmpty().hasSizeLessThanOrEqualTo(7);
        for (int i = 1; i < signs(box).size(); i++) {
            assertThat(signs(box).get(i).decidedAt())
                    .isAfterOrEqualTo(signs(box).get(i - 1).decidedAt().plus(FirstSign.PAUSE));
        }
        assertThat(box.alerts.stream().map(Alert::revision).toList()).doesNotHaveDuplicates();
    }

    @Test
    void quietSeriesGiveNoSign() {
        assertThat(new Scenario(5, 15).days(300, 1 / 7.0, 5).alerts).isEmpty();
    }
}
