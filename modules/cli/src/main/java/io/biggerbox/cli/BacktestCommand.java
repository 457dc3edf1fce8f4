package io.biggerbox.cli;

import io.biggerbox.backtest.AlertsCsv;
import io.biggerbox.backtest.Fixes;
import io.biggerbox.backtest.WeeklyBacktest;
import io.biggerbox.recurrence.DecisionLog;
import io.biggerbox.recurrence.SettingsBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
                    + " product, theme, sentiment and channel.",
            "Or takes weekly counts (--weekly), a CSV file with series_id and the columns w1, w2 and so on, and writes"
                    + " series_id and week of each alarm; only --output and --json go with it."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final Set<String> WITH_WEEKLY = Set.of("--weekly", "--output", "--json");

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

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

    /** What is played: one of the two. */
    private static final class Input {

        @Option(names = "--events", paramLabel = "FILE", description = "The history.")
        private Path events = Path.of("");

        @Option(names = "--weekly", paramLabel = "FILE", description = "Weekly counts.")
        private @Nullable Path weekly;

        /** Filled in by picocli. */
        Input() {}
    }

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    BacktestCommand() {}

    @Override
    public Integer call() throws IOException {
        return input.weekly == null ? replay(input.events) : weekly(input.weekly);
    }

    private int replay(Path events) throws IOException {
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

    private int weekly(Path counts) throws IOException {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_WEEKLY.contains(option.longestName())) {
                throw new ParameterException(
                        spec.commandLine(), option.longestName() + " does not go with --weekly; leave it out");
            }
        }
        long start = System.nanoTime();
        WeeklyBacktest backtest = new WeeklyBacktest(counts);
        backtest.run(output);
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.object(
                    "series", backtest.series(),
                    "weeks", backtest.weeks(),
                    "alarms", backtest.alarms(),
                    "seconds", seconds));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d series, %,d weeks in %.1f s%n%,d alarms in %s%n",
                    backtest.series(),
                    backtest.weeks(),
                    seconds,
                    backtest.alarms(),
                    output);
        }
        out.flush();
        return 0;
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
