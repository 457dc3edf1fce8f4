package io.biggerbox.cli;

import java.io.Console;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Asks before something is done that cannot be undone. */
final class Confirmation {

    @Option(names = "--yes", description = "Does not ask; for scripts.")
    private boolean yes;

    /** Filled in by picocli. */
    Confirmation() {}

    /**
     * True when it may be done.
     *
     * @throws ParameterException when nobody can be asked and --yes was not said
     */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on there always is one; without a terminal its input ends
    boolean given(CommandSpec spec, String question) {
        if (yes) {
            return true;
        }
        Console console = System.console();
        String answer = console == null ? null : console.readLine("%s [y/N] ", question);
        if (answer == null) {
            throw new ParameterException(spec.commandLine(), "this cannot be undone; say --yes to do it");
        }
        return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
