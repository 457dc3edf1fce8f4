package io.biggerbox.cli;

import io.biggerbox.backtest.AlertsCsv;
import io.biggerbox.backtest.Fixes;
import io.biggerbox.recurrence.DecisionLog;
import io.biggerbox.recurrence.SettingsBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which alerts would have been raised, and when. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Replays history through the topologies of production, without a broker, and writes the alerts that would"
                    + " have been raised, and when.",
            "Takes feedback of any import format (--as), played in the order of its own times; or, with --classified,"
                    + " a CSV file in the order of arrival with event_time, arrival_time, event_id, customer_id,"
                    + " product, theme, sentiment and channel."
        })
final class BacktestCommand implements Callable<Integer> {

    @Option(names = "--events", paramLabel = "FILE", required = true, description = "The history.")
    private Path events = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The alerts, as CSV.")
    private Path output = Path.of("");

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Option(names = "--every-revision", description = "Also writes changes of state, not only what was raised.")
    private boolean everyRevision;

    @Option(names = "--json", description = "Prints the summary as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    BacktestCommand() {}

    @Override
    public Integer call() throws IOException {
        SettingsBook book = replay.settings();
        List<Fixes.Fix> declared = replay.fixes();
        long start = System.nanoTime();
        Map<String, Long> kinds = new TreeMap<>();
        try (AlertsCsv csv = new AlertsCsv(output, everyRevision)) {
            ReplayOptions.Played played =
                    replay.replay(events, book, declared, DecisionLog.NONE, alert -> csv.accept(alert, kinds));
            summary(played, csv.rows(), kinds, Duration.ofNanos(System.nanoTime() - start));
            return played.exitCode();
        }
    }

    private void summary(ReplayOptions.Played played, long alerts, Map<String, Long> kinds, Duration took) {
        PrintWriter out = spec.commandLine().getOut();
        double seconds = took.toMillis() / 1000.0;
        if (json) {
            out.println(Json.object(
                    "events",
                    played.events(),
                    "rejected_rows",
                    played.rejected(),
                    "dead_letters",
                    played.deadLetters(),
                    "alerts",
                    alerts,
                    "alerts_by_kind",
                    kinds,
                    "seconds",
                    seconds));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d events in %.1f s (%,.0f/s), %,d rows rejected, %,d dead letters%n",
                    played.events(),
                    seconds,
                    played.events() / Math.max(seconds, 0.001),
                    played.rejected(),
                    played.deadLetters());
            out.printf(Locale.ROOT, "%,d alerts in %s%n", alerts, output);
            kinds.forEach((kind, count) -> out.printf(Locale.ROOT, "  %,6d %s%n", count, kind));
        }
        out.flush();
    }
}
