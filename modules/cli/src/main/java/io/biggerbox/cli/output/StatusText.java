package io.biggerbox.cli.output;

import io.biggerbox.service.monitor.AlertLatency;
import io.biggerbox.service.monitor.ApplicationStatus;
import io.biggerbox.service.monitor.Backlog;
import io.biggerbox.service.monitor.StatusReport;
import io.biggerbox.service.monitor.StatusReport.Counted;
import io.biggerbox.service.monitor.StatusReport.Pain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A status report for a terminal. */
public final class StatusText {

    private static final String ROW = "%-20s  %-16s  %10s  %9s  %10s  %12s  %8s  %8s  %9s  %9s  %10s  %10s";
    private static final double MEGABYTE = 1 << 20;
    private static final double SECONDS_A_DAY = 86_400;

    private StatusText() {}

    /** The report, line by line. */
    public static List<String> lines(StatusReport report) {
        List<String> lines = new ArrayList<>();
        lines.add((report.ready() ? "ready" : report.live() ? "not ready" : "not live") + ": biggerbox "
                + report.version() + ", model " + report.model() + ", taxonomy " + SafeText.oneLine(report.taxonomy()));
        lines.add("brokers " + (report.brokersAnswer() ? "answer" : "do not answer") + ", registry "
                + (report.registryAnswers() ? "answers" : "does not answer"));
        report.problems().forEach(problem -> lines.add("  problem: " + SafeText.oneLine(problem)));
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "application",
                "state",
                "behind",
                "waiting",
                "event time",
                "processed",
                "dropped",
                "late",
                "slowest",
                "restarts",
                "restoring",
                "stores"));
        report.applications().forEach((id, status) -> lines.add(row(id, status)));
        report.applications().forEach((id, status) -> {
            if (!status.taxonomy().isEmpty() && !status.taxonomy().equals(report.taxonomy())) {
                lines.add("  " + id + " works with taxonomy " + SafeText.oneLine(status.taxonomy()));
            }
        });
        lines.add("dropped: " + dropped(report));
        lines.add("alerts: " + alerts(report));
        lines.add("event to alert: " + latency(report.alertLatency()));
        lines.add("pain without a theme: " + pain(report.pain()));
        lines.add(String.format(
                Locale.ROOT,
                "sources: %.0f silent products, %.0f shared customer ids",
                report.sources().silentProducts(),
                report.sources().sharedCustomerIds()));
        lines.add("dead letters: " + deadLetters(report));
        return lines;
    }

    private static String row(String id, ApplicationStatus status) {
        long records =
                status.backlog().values().stream().mapToLong(Backlog::records).sum();
        double seconds = status.backlog().values().stream()
                .mapToDouble(Backlog::seconds)
                .max()
                .orElse(0);
        double eventSeconds = status.backlog().values().stream()
                .mapToDouble(Backlog::eventSeconds)
                .max()
                .orElse(0);
        double dropped = status.dropped().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double bytes = status.storeBytes().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return String.format(
                Locale.ROOT,
                ROW,
                id,
                status.state(),
                String.format(Locale.ROOT, "%,d", records),
                String.format(Locale.ROOT, "%.1f s", seconds),
                duration(eventSeconds),
                String.format(Locale.ROOT, "%,.0f", status.processed()),
                String.format(Locale.ROOT, "%,.0f", dropped),
                String.format(Locale.ROOT, "%,.0f", status.late()),
                String.format(Locale.ROOT, "%.1f s", status.latencySeconds()),
                status.threadRestarts(),
                String.format(Locale.ROOT, "%,d", status.restoring()),
                String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE));
    }

    /** History is years behind, a live stream is seconds. */
    private static String duration(double seconds) {
        return seconds < SECONDS_A_DAY
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%,.1f d", seconds / SECONDS_A_DAY);
    }

    private static String dropped(StatusReport report) {
        Map<String, Long> byReason = new TreeMap<>();
        report.applications().values().forEach(status -> status.dropped()
                .forEach((reason, count) -> byReason.merge(reason.replace('_', ' '), Math.round(count), Long::sum)));
        return byReason.isEmpty() ? "none" : listed(byReason);
    }

    private static String latency(AlertLatency.Summary latency) {
        return latency.count() == 0
                ? "no alert since the start"
                : String.format(
                        Locale.ROOT,
                        "median %.2f s, 99 %% within %.2f s, slowest %.2f s; %,d alerts since the start",
                        latency.medianSeconds(),
                        latency.p99Seconds(),
                        latency.maxSeconds(),
                        latency.count());
    }

    private static String pain(Pain pain) {
        return pain.sentences() == 0
                ? "no painful sentence since the start"
                : String.format(
                        Locale.ROOT,
                        "%.1f %% of %,.0f sentences since the start",
                        100 * pain.unlabelled() / pain.sentences(),
                        pain.sentences());
    }

    private static String alerts(StatusReport report) {
        Map<String, Long> byState = new TreeMap<>();
        report.alerts().forEach(count -> byState.merge(count.of().state(), count.count(), Long::sum));
        return byState.isEmpty() ? "none" : listed(byState);
    }

    private static String deadLetters(StatusReport report) {
        long all = report.deadLetters().stream().mapToLong(Counted::count).sum();
        if (all == 0) {
            return "none";
        }
        Map<String, Long> byKind = new TreeMap<>();
        report.deadLetters()
                .forEach(count ->
                        byKind.merge(count.of().topic() + " " + count.of().exception(), count.count(), Long::sum));
        return report.openDeadLetters() + " open of " + all + ": " + listed(byKind);
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> SafeText.oneLine(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
