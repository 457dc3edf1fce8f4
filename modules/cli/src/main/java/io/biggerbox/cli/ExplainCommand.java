package io.biggerbox.cli;

import io.biggerbox.backtest.Explanation;
import io.biggerbox.backtest.Series;
import io.biggerbox.backtest.SeriesTrace;
import io.biggerbox.cli.explain.ExplanationJson;
import io.biggerbox.cli.explain.ExplanationText;
import io.biggerbox.cli.explain.PlotFiles;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.AlertFinder;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.StackHistory;
import io.biggerbox.events.ProcessChangeAlert;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How an alert came about, day by day. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how an alert came about: each day with its count, what was expected, the test that decided against"
                    + " its threshold, and the decision.",
            "Decisions follow from the events alone, so they are made once more: over what the running stack has read,"
                    + " or with --events over a history as backtest takes it. Give --settings what the stack was"
                    + " started with."
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int NAMES_SHOWN = 8;

    @Parameters(
            index = "0",
            paramLabel = "ALERT",
            description = "The alert's id, an unambiguous beginning of it, or PRODUCT/THEME.")
    private String name = "";

    @Option(names = "--events", paramLabel = "FILE", description = "A history to explain, instead of a running stack.")
    private @Nullable Path events;

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "28",
            description = "Days in the table. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--until", paramLabel = "DATE", description = "Last day in the table. Default: the last known one")
    private @Nullable LocalDate until;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draws all days, as a scalable picture.")
    private @Nullable Path svg;

    @Option(names = "--png", paramLabel = "FILE", description = "Also draws all days, as a picture of pixels.")
    private @Nullable Path png;

    @Option(names = "--json", description = "Prints one JSON object with all days and all tests.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ExplainCommand() {}

    @Override
    public Integer call() throws IOException {
        return events == null ? stack() : file(events);
    }

    private int file(Path history) throws IOException {
        SeriesTrace trace = new SeriesTrace(series -> series.isNamed(name));
        ReplayOptions.Played played = replay.replay(history, replay.settings(), replay.fixes(), trace, trace::revised);
        print(only(trace, history.toString(), product -> true), null);
        return played.exitCode();
    }

    private int stack() throws IOException {
        if (replay.needsFile()) {
            throw new CommandFailedException("--classified and --fixes belong to a history: give it with --events");
        }
        try (Connection stack = Connection.open(connection)) {
            Optional<ProcessChangeAlert> standing =
                    name.contains("/") ? AlertFinder.bySeries(stack, name) : Optional.of(AlertFinder.byId(stack, name));
            Predicate<Series> asked = standing.map(alert -> new Series(alert.getProduct(), alert.getTheme()))
                    .<Predicate<Series>>map(series -> series::equals)
                    .orElse(series -> series.isNamed(name));
            Predicate<String> products = standing.<Predicate<String>>map(alert -> alert.getProduct()::equals)
                    .orElse(product -> name.startsWith(product + "/"));
            SeriesTrace trace = new SeriesTrace(asked);
            new StackHistory(stack, products)
                    .replay(replay.settings(), trace, Clock.systemUTC().instant());
            Explanation explanation = only(trace, "the running stack", products);
            boolean agrees = standing.isEmpty() || agrees(explanation, standing.get());
            print(explanation, agrees);
            if (!agrees) {
                warn();
            }
        }
        return 0;
    }

    /** The one series that is meant. */
    private Explanation only(SeriesTrace trace, String where, Predicate<String> products) {
        List<Explanation> found = trace.explanations();
        if (found.size() > 1) {
            throw new CommandFailedException(found.size() + " alerts begin with " + name + "; write the whole id");
        }
        if (!found.isEmpty()) {
            return found.get(0);
        }
        List<Series> known = trace.heard().stream()
                .filter(series -> products.test(series.product()))
                .sorted()
                .toList();
        String others = known.stream()
                .limit(NAMES_SHOWN)
                .map(series -> SafeText.oneLine(series.toString()))
                .collect(Collectors.joining(", "));
        throw new CommandFailedException("no day of " + SafeText.oneLine(name) + " was decided in " + where
                + (known.isEmpty()
                        ? ": it holds no complaint on a day that is over"
                        : "; there are complaints about " + others
                                + (known.size() > NAMES_SHOWN
                                        ? " and " + (known.size() - NAMES_SHOWN) + " more"
                                        : "")));
    }

    /** Whether the alert as it stands is one of the revisions of the replay. */
    private static boolean agrees(Explanation explanation, ProcessChangeAlert standing) {
        return explanation.revisions().stream()
                .anyMatch(alert -> alert.getRevision() == standing.getRevision()
                        && alert.getState() == standing.getState()
                        && alert.getReason() == standing.getReason()
                        && alert.getDecidedAt().equals(standing.getDecidedAt()));
    }

    private void print(Explanation explanation, @Nullable Boolean agrees) throws IOException {
        if (svg != null) {
            PlotFiles.svg(explanation, svg);
        }
        if (png != null) {
            PlotFiles.png(explanation, png);
        }
        LocalDate last =
                explanation.decisions().get(explanation.decisions().size() - 1).day();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? ExplanationJson.line(explanation, agrees)
                        : ExplanationText.of(
                                explanation,
                                days,
                                until == null ? last : until,
                                spec.commandLine().getColorScheme().ansi()));
        out.flush();
    }

    private void warn() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("The stack has decided differently from this replay. Does it run with other settings (--settings),"
                + " or did they or the taxonomy change since? Did much history arrive out of order?");
        err.flush();
    }
}
