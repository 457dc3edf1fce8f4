package io.biggerbox.topologies.detect;

import io.biggerbox.events.AlertReason;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Quote;
import io.biggerbox.events.RelatedAlert;
import io.biggerbox.recurrence.Alert;
import io.biggerbox.recurrence.AlertSentence;
import io.biggerbox.recurrence.Alerts;
import io.biggerbox.recurrence.Evidence;
import io.biggerbox.topologies.taxonomy.ThemeDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts of the engine as public records. */
final class AlertRecords {

    private AlertRecords() {}

    static ProcessChangeAlert toRecord(Alert alert, ThemeDirectory themes) {
        Evidence evidence = alert.evidence();
        return ProcessChangeAlert.newBuilder()
                .setAlertId(alert.id())
                .setProduct(alert.product())
                .setTheme(alert.theme())
                .setThemeName(themes.nameOf(alert.theme()))
                .setTeam(themes.teamOf(alert.theme()))
                .setState(AlertState.valueOf(alert.state().name()))
                .setReason(AlertReason.valueOf(alert.reason().name()))
                .setGeneration(alert.generation())
                .setRevision(alert.revision())
                .setRegressions(alert.regressions())
                .setRaised(Alerts.isRaise(alert) || alert.state() == io.biggerbox.recurrence.AlertState.ESCALATED)
                .setFirstSeenAt(alert.firstSeenAt())
                .setOpenedAt(alert.openedAt())
                .setDecidedAt(alert.decidedAt())
                .setRaisedAt(alert.raisedAt())
                .setChangeEffectiveAt(alert.changeEffectiveAt())
                .setMutedUntil(alert.mutedUntil())
                .setActor(alert.actor())
                .setNote(alert.note())
                .setSummary(AlertSentence.of(alert, themes))
                .setWindowStart(midnight(evidence.windowStart()))
                .setWindowEnd(midnight(evidence.windowEnd()))
                .setSeen(evidence.seen())
                .setExpected(rounded(evidence.expected()))
                .setStatistic(evidence.statistic())
                .setStatisticValue(rounded(evidence.value()))
                .setStatisticThreshold(rounded(evidence.threshold()))
                .setCustomers(evidence.customers())
                .setMentions(evidence.mentions())
                .setDaily(evidence.daily())
                .setDailyStart(midnight(evidence.dailyStart()))
                .setTiers(tiers(evidence.tiers()))
                .setValueAtRisk(rounded(evidence.valueAtRisk()))
                .setLeavers(evidence.leavers())
                .setExceptions(evidence.exceptions())
                .setUserErrors(evidence.userErrors())
                .setMeanSentiment(rounded(evidence.meanSentiment()))
                .setQuotes(evidence.quotes().stream()
                        .map(quote -> Quote.newBuilder()
                                .setText(quote.text())
                                .setAt(quote.at())
                                .setFeedbackId(quote.feedbackId())
                                .setSourceTopic(quote.topic())
                                .setSourcePartition(quote.partition())
                                .setSourceOffset(quote.offset())
                                .build())
                        .toList())
                .setTaxonomyVersion(themes.version())
                .setModelVersion(DetectTopology.RULES_VERSION)
                .setEmergingUntil(alert.emergingUntil())
                .setWorseAt(alert.worseAt())
                .setParent(alert.parent())
                .setRelated(related(alert, themes))
                .setVerification(VerificationRecords.toRecord(alert.verification(), themes))
                .setCustomersValueKnown(evidence.valued())
                .setCustomersValueUnknown(evidence.unvalued())
                .setValueWeightedCustomers(evidence.weighted())
                .build();
    }

    private static List<RelatedAlert> related(Alert alert, ThemeDirectory themes) {
        return alert.related().stream()
                .map(other -> RelatedAlert.newBuilder()
                        .setAlertId(other.alertId())
                        .setTheme(other.theme())
                        .setThemeName(themes.nameOf(other.theme()))
                        .setState(AlertState.valueOf(other.state().name()))
                        .setOpenedAt(other.openedAt())
                        .build())
                .toList();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Map<String, Long> tiers(Map<String, Integer> counts) {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((tier, count) -> sorted.put(tier, count.longValue()));
        return sorted;
    }

    static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
