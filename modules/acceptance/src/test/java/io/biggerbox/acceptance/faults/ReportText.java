package io.biggerbox.acceptance.faults;

import io.biggerbox.acceptance.faults.FaultRun.Injected;
import io.biggerbox.acceptance.faults.FaultRun.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {

    private ReportText() {}

    static String line(int number, Injected fault) {
        return String.format(
                Locale.ROOT,
                "fault %3d at event %,9d  %-55s %-10s lasted %5.1f s, recovered after %5.1f s  %s",
                number,
                fault.atEvent(),
                fault.fault().description(),
                fault.target(),
                seconds(fault.injection()),
                seconds(fault.recovery()),
                last(fault.last()));
    }

    private static String last(List<String> places) {
        return switch (places.size()) {
            case 0 -> "";
            case 1 -> "last: " + places.get(0);
            default -> "last: " + places.get(0) + ", and " + (places.size() - 1) + " more";
        };
    }

    static String of(Report report) {
        Comparison.Result found = report.found();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("recovery in seconds, by kind of fault      times  median  longest");
        Map<String, List<Double>> byKind = report.injected().stream()
                .collect(Collectors.groupingBy(
                        fault -> fault.fault().description(),
                        TreeMap::new,
                        Collectors.mapping(fault -> seconds(fault.recovery()), Collectors.toList())));
        byKind.forEach((kind, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-55s %4d %7.1f %8.1f",
                    kind,
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1)));
        });
        report.skipped().forEach(skipped -> lines.add("not done: " + skipped));
        lines.add("");
        lines.add(figure("seed", report.plan().seed()));
        lines.add(figure("faults", report.injected().size()));
        lines.add(figure("events in", report.plan().events()));
        lines.add(figure("feedback compared", found.feedback()));
        lines.add(figure("aggregates compared", found.aggregates()));
        lines.add(figure("revisions of alerts compared", found.alerts()));
        lines.add(figure("  of them foretold to the last number", found.foretold()));
        lines.add(figure("lost", found.lost()));
        lines.add(figure("doubled", found.doubled()));
        lines.add(figure("different", found.different()));
        lines.add(figure("dead letters expected", found.pills()));
        lines.add(figure("dead letters found", found.letters()));
        lines.add(figure("unexplained dead letters", found.unexplained()));
        lines.add(String.format(
                Locale.ROOT,
                "%-40s %,12.1f  (%s)",
                "longest stall, s",
                seconds(report.longestStall()),
                report.longestStallAt()));
        lines.add(String.format(Locale.ROOT, "%-40s %,12.1f", "took, s", seconds(report.took())));
        found.examples().forEach(lines::add);
        report.troubles().forEach(trouble -> lines.add("trouble: " + trouble));
        return String.join("\n", lines);
    }

    private static String figure(String name, long value) {
        return String.format(Locale.ROOT, "%-40s %,12d", name, value);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
