package io.biggerbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.AlertReason;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.DisplacedTheme;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Quote;
import io.biggerbox.events.RelatedAlert;
import io.biggerbox.events.Verdict;
import io.biggerbox.events.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class AlertCardTest {

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");
    private static final String HOSTILE = "x\u001b[2J\r\n\u202ey@|red z|@";

    private static ProcessChangeAlert alert(String data, AlertState state) {
        return ProcessChangeAlert.newBuilder()
                .setAlertId("BB-ABCDEFGHJK")
                .setProduct("Shop " + data)
                .setTheme("box." + data)
                .setThemeName("Box too small " + data)
                .setTeam("packaging" + data)
                .setState(state)
                .setReason(AlertReason.CHRONIC)
                .setGeneration(2)
                .setRevision(5)
                .setRegressions(1)
                .setRaised(true)
                .setFirstSeenAt(DAY)
                .setOpenedAt(DAY)
                .setDecidedAt(DAY)
                .setRaisedAt(DAY)
                .setSummary("42 customers of Shop complain " + data)
                .setWindowStart(DAY)
                .setWindowEnd(DAY)
                .setSeen(42)
                .setExpected(7)
                .setStatistic("customers-per-week")
                .setStatisticValue(10.5)
                .setStatisticThreshold(5)
                .setCustomers(42)
                .setMentions(50)
                .setDaily(List.of(0, 1, 8))
                .setDailyStart(DAY)
                .setTiers(Map.of("premium" + data, 3L))
                .setValueAtRisk(1234)
                .setLeavers(2)
                .setExceptions(0)
                .setUserErrors(0)
                .setMeanSentiment(-0.5)
                .setQuotes(List.of(Quote.newBuilder()
                        .setText("The box was too small " + data)
                        .setAt(DAY)
                        .setFeedbackId("shop:1" + data)
                        .setSourceTopic("voc.reviews")
                        .setSourcePartition(0)
                        .setSourceOffset(1)
                        .build()))
                .setCustomersValueKnown(30)
                .setCustomersValueUnknown(12)
                .setValueWeightedCustomers(71.0)
                .setRelated(List.of(RelatedAlert.newBuilder()
                        .setAlertId("BB-RELATED000")
                        .setTheme("box.torn" + data)
                        .setThemeName("Box torn " + data)
                        .setState(AlertState.ACKNOWLEDGED)
                        .setOpenedAt(DAY)
                        .build()))
                .setVerification(Verification.newBuilder()
                        .setEffectiveAt(DAY)
                        .setTargetDrop(0.5)
                        .setVerdict(Verdict.VERIFIED)
                        .setConclusive(true)
                        .setMethod("m")
                        .setDaysBefore(28)
                        .setDaysAfter(14)
                        .setExposedDaysBefore(27.6)
                        .setExposedDaysAfter(14)
                        .setCustomersBefore(40)
                        .setCustomersAfter(4)
                        .setPerWeekBefore(10.1)
                        .setPerWeekAfter(2)
                        .setRatio(0.2)
                        .setRatioLow(0.08)
                        .setRatioHigh(0.5)
                        .setThemesCompared(3)
                        .setDisplaced(List.of(DisplacedTheme.newBuilder()
                                .setTheme("box.torn" + data)
                                .setThemeName("Box torn " + data)
                                .setCustomersBefore(2)
                                .setCustomersAfter(9)
                                .setPerWeekBefore(0.5)
                                .setPerWeekAfter(4.5)
                                .build()))
                        .build())
                .setTaxonomyVersion("1")
                .setModelVersion("1")
                .build();
    }

    @Test
    void aCardSaysWhyHowManyAndShowsDaysAndQuotes() {
        String card = AlertCard.of(alert("", AlertState.OPEN), Ansi.OFF);
        assertThat(card)
                .contains("OPEN · CHRONIC")
                .contains("Shop: Box too small")
                .contains("42 customers · 50 complaints · seen 42, expected 7.0")
                .contains("3 premium")
                .contains("1,234 a year at risk (30 customers worth 71 average ones, value of 12 unknown)")
                .contains("sentiment -0.50")
                .contains("10.1 → 2.0 customers a week (40 in 28 days → 4 in 14 days)")
                .contains("ratio 0.20, 95 % from 0.08 to 0.50 · target −50 % · risen since: Box torn 0.5 → 4.5")
                .contains("open beside it: BB-RELATED000 Box torn ACKNOWLEDGED since 10 Mar 2026")
                .contains("2 say they leave")
                .contains("·▁█")
                .contains("“The box was too small” — 10 Mar 2026, shop:1")
                .contains("BB-ABCDEFGHJK · team packaging");
        assertThat(AlertCard.of(alert("", AlertState.REGRESSED), Ansi.OFF)).contains("REGRESSED(1)");
        assertThat(AlertCard.line(alert("", AlertState.MUTED), Ansi.OFF))
                .contains("MUTED")
                .contains("BB-ABCDEFGHJK");
    }

    @Test
    void noFieldOfAnAlertSteersTheTerminal() {
        for (AlertState state : AlertState.values()) {
            ProcessChangeAlert hostile = alert(HOSTILE, state);
            String card = AlertCard.of(hostile, Ansi.OFF) + '\n' + AlertCard.line(hostile, Ansi.OFF);
            assertThat(card).doesNotContain("\u001b").doesNotContain("\r").doesNotContain("\u202e");
            assertThat(card.lines().count())
                    .as("no line of its own")
                    .isEqualTo(AlertCard.of(alert("", state), Ansi.OFF).lines().count() + 1);
        }
    }

    @Test
    void namesAreNoMarkup() {
        String card = AlertCard.of(alert(HOSTILE, AlertState.OPEN), Ansi.ON);
        assertThat(card).doesNotContain("\u001b[31mz");
    }
}
