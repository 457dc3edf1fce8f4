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
    boolean given(CommandSpec spec, String question) {
        if (yes) {
            return true;
        }
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(spec.commandLine(), "this cannot be undone; say --yes to do it");
        }
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
