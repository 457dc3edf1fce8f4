package io.biggerbox.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.recurrence.Examined;
import io.biggerbox.recurrence.Reason;
import io.biggerbox.recurrence.Shortfall;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionWordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static String words(Reason reason, String statistic, double value, double threshold, Shortfall shortfall) {
        return DecisionWords.test(
                new Examined(reason, DAY.minusDays(6), DAY, 9, 2, statistic, value, threshold, shortfall));
    }

    @Test
    void aTestIsItsValueAgainstItsThreshold() {
        assertThat(words(Reason.SURGE, "nb-llr", 4.14, 7.5, Shortfall.FEW_CUSTOMERS))
                .isEqualTo("SURGE 4.1 of 7.5 in 7 days");
        assertThat(words(Reason.SURGE, "nb-llr", 12.9, 7.5, Shortfall.NONE)).isEqualTo("SURGE 12.9 of 7.5 in 7 days");
        assertThat(DecisionWords.test(null)).isEmpty();
    }

    @Test
    void aValueThatWouldHaveDoneSaysWhatWasMissing() {
        assertThat(words(Reason.SURGE, "nb-llr", 9, 7.5, Shortfall.ONE_LOUD_DAY))
                .isEqualTo("SURGE 9.0 of 7.5 in 7 days; one loud day carries it");
    }

    @Test
    void sharesArePercentAndTheWatchIsARate() {
        assertThat(words(Reason.DESIGN_INDUCED, "share-of-complaints", 0.4, 0.6, Shortfall.BELOW_THRESHOLD))
                .isEqualTo("DESIGN_INDUCED 40 of 60 % in 7 days");
        assertThat(words(Reason.SURGE, Examined.WATCH, 3.25, 1.2, Shortfall.NOT_CALM))
                .isEqualTo("3.3 a day in 7 days, calm at 1.2");
    }
}
