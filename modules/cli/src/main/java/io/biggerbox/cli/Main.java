package io.biggerbox.cli;

import io.biggerbox.cli.deadletters.DeadLettersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point. Exit codes: 0 done, 1 failed, 2 called wrongly, 3 done but some input was rejected. */
@Command(
        name = "biggerbox",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        description = "Listens to what customers say and tells you when the same complaint keeps coming back.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            RunCommand.class,
            ImportCommand.class,
            AlertsCommand.class,
            AckCommand.class,
            FixedCommand.class,
            MuteCommand.class,
            UnmuteCommand.class,
            ExplainCommand.class,
            BacktestCommand.class,
            CorrectCommand.class,
            CorrectionsCommand.class,
            ThemeCandidatesCommand.class,
            ClassifyCommand.class,
            EvaluateCommand.class,
            TaxonomyCommand.class,
            StatusCommand.class,
            TopicsCommand.class,
            AccessCommand.class,
            DeadLettersCommand.class,
            EraseCommand.class,
            PurgeCommand.class,
            ResetCommand.class,
            CleanCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Start with:  biggerbox demo",
            "Exit codes:  0 done, 1 failed, 2 called wrongly, 3 done but some input was rejected"
        })
public final class Main {

    /** Everything was done, but some input was rejected. */
    static final int SOME_REJECTED = 3;

    private Main() {}

    /** The command line, as production runs it and tests can. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorPrinter());
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
