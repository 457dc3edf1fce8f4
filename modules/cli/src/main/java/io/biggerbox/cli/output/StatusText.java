package io.biggerbox.cli.output;

import io.biggerbox.service.monitor.ApplicationStatus;
import io.biggerbox.service.monitor.Backlog;
import io.biggerbox.service.monitor.StatusReport;
import io.biggerbox.service.monitor.StatusReport.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A status report for a terminal. */
public final class StatusText {

    private static final String ROW = "%-20s  %-16s  %10s  %9s  %12s  %8s  %9s  %10s  %10s";
    private static final double MEGABYTE = 1 << 20;

    private StatusText() {}

    /** The report, line by line. */
    public static List<String> lines(StatusReport report) {
        List<String> lines = new ArrayList<>();
        lines.add((report.ready() ? "ready" : report.live() ? "not ready" : "not live") + ": biggerbox "
                + report.version() + ", model " + report.model() + ", taxonomy " + SafeText.oneLine(report.taxonomy()));
        report.problems().forEach(problem -> lines.add("  problem: " + SafeText.oneLine(problem)));
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "application",
                "state",
                "behind",
                "waiting",
                "processed",
                "dropped",
                "slowest",
                "restoring",
                "stores"));
        report.applications().forEach((id, status) -> lines.add(row(id, status)));
        lines.add("alerts: " + alerts(report));
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
                String.format(Locale.ROOT, "%,.0f", status.processed()),
                String.format(Locale.ROOT, "%,.0f", status.dropped()),
                String.format(Locale.ROOT, "%.1f s", status.latencySeconds()),
                String.format(Locale.ROOT, "%,d", status.restoring()),
                String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE));
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
