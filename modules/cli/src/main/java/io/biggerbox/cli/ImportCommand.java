package io.biggerbox.cli;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.intake.ImportRows;
import io.biggerbox.intake.ImportRunner;
import io.biggerbox.intake.ImportSummary;
import io.biggerbox.intake.RejectsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports an exported file into a running stack. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports an exported file of another tool into a running stack.",
            "Importing the same file twice changes nothing. Rows that cannot be used go to a rejects file with line,"
                    + " field, reason and remedy; then the exit code is 3."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to import.")
    private Path file = Path.of("");

    @Mixin
    private ImportSource source = new ImportSource();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--rejects", paramLabel = "FILE", description = "Default: FILE.rejects.csv in the current folder")
    private @Nullable Path rejects;

    @Option(names = "--json", description = "Prints the summary as one JSON object, without a progress bar.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ImportCommand() {}

    @Override
    public Integer call() throws IOException {
        Path rejectsPath = rejects != null ? rejects : Path.of(file.getFileName() + ".rejects.csv");
        long start = System.nanoTime();
        ImportSummary summary;
        try (ImportRows rows = source.open(file);
                Connection stack = Connection.open(connection);
                SourceSender sender = new SourceSender(stack);
                RejectsFile rejected = new RejectsFile(rejectsPath);
                ImportBar bar = new ImportBar(rows.size(), !json)) {
            summary = new ImportRunner(sender, bar, rejected).run(rows);
            sender.flush();
        }
        print(summary, Duration.ofNanos(System.nanoTime() - start), rejectsPath);
        return summary.rejected() > 0 ? Main.SOME_REJECTED : 0;
    }

    private void print(ImportSummary summary, Duration took, Path rejectsPath) {
        PrintWriter out = spec.commandLine().getOut();
        double seconds = took.toMillis() / 1000.0;
        double rate = seconds > 0 ? summary.rows() / seconds : summary.rows();
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("rows", summary.rows());
            object.put("accepted", summary.accepted());
            object.put("rejected", summary.rejected());
            object.put("skipped", summary.skipped());
            object.put("repeated", summary.repeated());
            object.put("first_event_time", text(summary.firstEventTime()));
            object.put("last_event_time", text(summary.lastEventTime()));
            object.put("seconds", seconds);
            object.put("rejects_by_reason", summary.byReason());
            object.put("rejects_file", summary.rejected() > 0 ? rejectsPath.toString() : null);
            out.println(Json.line(object));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d rows: %,d accepted, %,d rejected, %,d skipped by the map (%.1f s, %,.0f rows/s)%n",
                    summary.rows(),
                    summary.accepted(),
                    summary.rejected(),
                    summary.skipped(),
                    seconds,
                    rate);
            if (summary.repeated() > 0) {
                out.printf(
                        Locale.ROOT,
                        "%,d of the accepted rows repeat others; the stream counts them once%n",
                        summary.repeated());
            }
            if (summary.firstEventTime() != null) {
                out.println("Written between " + summary.firstEventTime() + " and " + summary.lastEventTime());
            }
            summary.byReason()
                    .forEach((reason, count) ->
                            out.printf(Locale.ROOT, "  %,8d  %s%n", count, SafeText.oneLine(reason)));
            if (summary.rejected() > 0) {
                out.println("Rejected rows, with reason and remedy: " + rejectsPath);
            }
        }
        out.flush();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
