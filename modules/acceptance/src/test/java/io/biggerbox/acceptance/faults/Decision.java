package io.biggerbox.acceptance.faults;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.Alert;
import io.biggerbox.recurrence.Evidence;
import java.time.Instant;
import java.util.List;

/** What a revision of an alert says, without when it arrived and where its quotes stand. */
record Decision(
        String id,
        long revision,
        String product,
        String theme,
        String state,
        String reason,
        int generation,
        Instant decidedAt,
        Instant openedAt,
        long seen,
        double expected,
        String statistic,
        double value,
        long customers,
        long mentions,
        List<Integer> daily,
        long leavers,
        double meanSentiment) {

    static Decision of(ProcessChangeAlert alert) {
        return new Decision(
                alert.getAlertId(),
                alert.getRevision(),
                alert.getProduct(),
                alert.getTheme(),
                alert.getState().name(),
                alert.getReason().name(),
                alert.getGeneration(),
                alert.getDecidedAt(),
                alert.getOpenedAt(),
                alert.getSeen(),
                alert.getExpected(),
                alert.getStatistic(),
                alert.getStatisticValue(),
                alert.getCustomers(),
                alert.getMentions(),
                List.copyOf(alert.getDaily()),
                alert.getLeavers(),
                alert.getMeanSentiment());
    }

    static Decision of(Alert alert) {
        Evidence evidence = alert.evidence();
        return new Decision(
                alert.id(),
                alert.revision(),
                alert.product(),
                alert.theme(),
                alert.state().name(),
                alert.reason().name(),
                alert.generation(),
                alert.decidedAt(),
                alert.openedAt(),
                evidence.seen(),
                rounded(evidence.expected()),
                evidence.statistic(),
                rounded(evidence.value()),
                evidence.customers(),
                evidence.mentions(),
                evidence.daily(),
                evidence.leavers(),
                rounded(evidence.meanSentiment()));
    }

    /** Alert and revision, which there must be once. */
    String name() {
        return id + "-" + revision;
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
