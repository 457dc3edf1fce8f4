package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorseTest {

    private static List<Alert> worse(Scenario box) {
        return box.alerts.stream().filter(Alerts::isWorse).toList();
    }

    @Test
    void aLevelThatWasThereFromTheStartIsToldOnceHoweverLongItStays() {
        Scenario box = new Scenario(5, 1).days(500, 20, 100);
        assertThat(box.raises()).hasSize(1);
        assertThat(worse(box)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aSurgeOnTopOfWhatIsOpenIsNotSilent() {
        Scenario box = new Scenario(5, 1).days(300, 20, 100);
        int before = worse(box).size();
        box.days(4, 60, 100);
        assertThat(worse(box)).hasSize(before + 1);
        Alert alert = worse(box).get(before);
        assertThat(alert.state()).isEqualTo(AlertState.ESCALATED);
        assertThat(alert.reason()).isEqualTo(Reason.SURGE);
        assertThat(alert.generation()).isEqualTo(1);
        assertThat(alert.openedAt()).isEqualTo(box.raises().get(0).openedAt());
        assertThat((double) alert.evidence().seen())
                .isGreaterThan(1.8 * alert.evidence().expected());
        assertThat(alert.evidence().expected()).isGreaterThan(40);
        assertThat(AlertSentence.of(alert, Scenario.NAMES))
                .contains("is open since", "has become clearly worse", "had become usual");
        box.days(30, 60, 100);
        assertThat(worse(box)).as("told once").hasSize(before + 1);
    }

    @Test
    void aSurgeThatDoesNotPassAndStillGrowsIsToldAsGrowth() {
        Scenario box = new Scenario(15, 1).days(70, 1, 40);
        for (int day = 0; day < 60; day++) {
            box.day((int) Math.round(5 * Math.exp(day / 50.0)), 40);
        }
        assertThat(box.reasons()).containsExactly(Reason.SURGE);
        assertThat(worse(box)).isNotEmpty();
        Alert alert = worse(box).get(0);
        assertThat(alert.reason()).isEqualTo(Reason.SLOW_BURN);
        assertThat(Duration.between(alert.openedAt(), alert.decidedAt())).isLessThan(Duration.ofDays(35));
        assertThat(AlertSentence.of(alert, Scenario.NAMES)).contains("has not passed since", "still grows");
    }

    @Test
    void aSurgeThatOnlyLastsIsNotSaidToGrow() {
        Scenario box = new Scenario(15, 1).days(70, 1, 40).days(60, 6, 40);
        assertThat(box.raises()).hasSize(1);
        assertThat(worse(box)).isEmpty();
    }

    @Test
    void theLoudEndOfASurgeTeachesNothing() {
        Scenario box = new Scenario(15, 1).days(70, 1, 40).days(14, 8, 40).days(60, 1, 40);
        assertThat(box.reasons()).containsExactly(Reason.SURGE);
        Alert last = box.alerts.get(box.alerts.size() - 1);
        assertThat(last.state()).as("no first sign of what is over").isNotEqualTo(AlertState.EMERGING);
    }

    @Test
    void oneLoudWeekDoesNotMakeTheMonthsAfterItLookCalm() {
        Scenario box = new Scenario(5, 1).days(200, 20, 100).days(7, 80, 100).days(120, 20, 100);
        box.days(11, 14, 100).days(60, 20, 100);
        assertThat(box.raises()).hasSize(1);
    }
}
