package io.biggerbox.cli;

import io.biggerbox.backtest.AlertsCsv;
import io.biggerbox.backtest.Backtest;
import io.biggerbox.backtest.ClassifiedEvents;
import io.biggerbox.backtest.Fixes;
import io.biggerbox.backtest.History;
import io.biggerbox.backtest.SeriesSettings;
import io.biggerbox.backtest.TimedEvent;
import io.biggerbox.backtest.WeeklyBacktest;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.intake.ImportRows;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.FastReader;
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

    @Option(names = "--classified", description = "The history has been read already.")
    private boolean classified;

    @Mixin
    private ImportSource source = new ImportSource();

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "When alerts are raised: YAML, or CSV with product, theme and chronic_per_week.")
    private @Nullable Path settings;

    @Option(names = "--fixes", paramLabel = "FILE", description = "Declared changes: CSV with series and fix_time.")
    private @Nullable Path fixes;

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
        SettingsBook book =
                settings == null ? SettingsBook.of(DetectionSettings.DEFAULTS) : SeriesSettings.read(settings);
        List<Fixes.Fix> declared = fixes == null ? List.of() : Fixes.read(fixes);
        long start = System.nanoTime();
        Map<String, Long> kinds = new TreeMap<>();
        try (AlertsCsv csv = new AlertsCsv(output, everyRevision)) {
            long rejected = 0;
            long played;
            long deadLetters;
            if (classified) {
                try (Backtest backtest = Backtest.ofClassified(book, declared, alert -> csv.accept(alert, kinds))) {
                    ClassifiedEvents.read(events, backtest::play);
                    backtest.finish();
                    played = backtest.events();
                    deadLetters = backtest.deadLetters();
                }
            } else {
                History history = history(events);
                rejected = history.rejected();
                try (Backtest backtest = Backtest.ofTexts(
                        taxonomy.load(), FastReader::create, book, declared, alert -> csv.accept(alert, kinds))) {
                    for (TimedEvent event : history.events()) {
                        backtest.play(event);
                    }
                    backtest.finish();
                    played = backtest.events();
                    deadLetters = backtest.deadLetters();
                }
            }
            summary(played, deadLetters, rejected, csv.rows(), kinds, Duration.ofNanos(System.nanoTime() - start));
            return rejected + deadLetters > 0 ? Main.SOME_REJECTED : 0;
        }
    }

    private History history(Path events) throws IOException {
        try (ImportRows rows = source.open(events)) {
            History history = History.of(rows);
            if (history.events().isEmpty()) {
                throw new CommandFailedException(events + " holds no row that can be used");
            }
            return history;
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

    private void summary(
            long played, long deadLetters, long rejected, long alerts, Map<String, Long> kinds, Duration took) {
        PrintWriter out = spec.commandLine().getOut();
        double seconds = took.toMillis() / 1000.0;
        if (json) {
            out.println(Json.object(
                    "events", played,
                    "rejected_rows", rejected,
                    "dead_letters", deadLetters,
                    "alerts", alerts,
                    "alerts_by_kind", kinds,
                    "seconds", seconds));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d events in %.1f s (%,.0f/s), %,d rows rejected, %,d dead letters%n",
                    played,
                    seconds,
                    played / Math.max(seconds, 0.001),
                    rejected,
                    deadLetters);
            out.printf(Locale.ROOT, "%,d alerts in %s%n", alerts, output);
            kinds.forEach((kind, count) -> out.printf(Locale.ROOT, "  %,6d %s%n", count, kind));
        }
        out.flush();
    }
}
