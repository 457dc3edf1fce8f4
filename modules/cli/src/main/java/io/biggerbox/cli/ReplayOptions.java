package io.biggerbox.cli;

import io.biggerbox.backtest.Backtest;
import io.biggerbox.backtest.ClassifiedEvents;
import io.biggerbox.backtest.Fixes;
import io.biggerbox.backtest.History;
import io.biggerbox.backtest.SeriesSettings;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ReaderOption;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.intake.ImportRows;
import io.biggerbox.recurrence.DecisionLog;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that replays a history from a file. */
final class ReplayOptions {

    @Option(names = "--classified", description = "The history has been read already.")
    private boolean classified;

    @Mixin
    private ImportSource source = new ImportSource();

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Mixin
    private ReaderOption readers = new ReaderOption();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "When alerts are raised: YAML, or CSV with product, theme and chronic_per_week.")
    private @Nullable Path settings;

    @Option(names = "--fixes", paramLabel = "FILE", description = "Declared changes: CSV with series and fix_time.")
    private @Nullable Path fixes;

    /** Filled in by picocli. */
    ReplayOptions() {}

    /**
     * What was played.
     *
     * @param events source records
     * @param deadLetters those of them that could not be processed
     * @param rejected rows of the file that could not be used
     */
    record Played(long events, long deadLetters, long rejected) {

        /** 0, or that of a command that has rejected something. */
        int exitCode() {
            return rejected + deadLetters > 0 ? Main.SOME_REJECTED : 0;
        }
    }

    /** When alerts are raised. */
    SettingsBook settings() {
        return settings == null ? SettingsBook.of(DetectionSettings.DEFAULTS) : SeriesSettings.read(settings);
    }

    /** Changes that were declared, in the order of time. */
    List<Fixes.Fix> fixes() {
        return fixes == null ? List.of() : Fixes.read(fixes);
    }

    /** True when something was asked for that only a file can have. */
    boolean needsFile() {
        return classified || fixes != null;
    }

    /**
     * Replays {@code events} as production would have run.
     *
     * @param book see {@link #settings}
     * @param declared see {@link #fixes}
     * @param log hears how the days were decided of the series that it listens to
     * @param alerts takes every revision of every alert
     * @throws CommandFailedException if the file holds nothing that can be used
     */
    Played replay(
            Path events,
            SettingsBook book,
            List<Fixes.Fix> declared,
            DecisionLog log,
            Consumer<ProcessChangeAlert> alerts)
            throws IOException {
        if (classified) {
            try (Backtest backtest = Backtest.ofClassified(book, log, declared, alerts)) {
                ClassifiedEvents.read(events, backtest::play);
                return finished(backtest, 0);
            }
        }
        try (Readers opened = readers.open()) {
            History history = history(events);
            try (Backtest backtest = Backtest.ofTexts(taxonomy.load(), opened, book, log, declared, alerts)) {
                history.events().forEach(backtest::play);
                return finished(backtest, history.rejected());
            }
        }
    }

    private static Played finished(Backtest backtest, long rejected) {
        backtest.finish();
        return new Played(backtest.events(), backtest.deadLetters(), rejected);
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
}
