package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command explains itself, and says so when it is called wrongly. */
class HelpTest {

    static Stream<List<String>> commands() {
        List<List<String>> paths = new ArrayList<>();
        collect(Main.commandLine(), List.of(), paths);
        return paths.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
        command.getSubcommands().forEach((name, sub) -> {
            if (!name.equals("help")) {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                paths.add(longer);
                collect(sub, longer, paths);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(List<String> path) {
        List<String> args = new ArrayList<>(path);
        args.add("--help");
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: biggerbox " + String.join(" ", path));
        assertThat(run.out().lines().count()).as("more than a usage line").isGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsACallGoneWrong(List<String> path) {
        List<String> args = new ArrayList<>(path);
        args.add("--wrong-option");
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: biggerbox " + String.join(" ", path));
        assertThat(run.out()).isEmpty();
    }

    @Test
    void everyCommandOfTheProductIsThere() {
        assertThat(Main.commandLine().getSubcommands().keySet())
                .contains(
                        "demo",
                        "up",
                        "import",
                        "alerts",
                        "ack",
                        "fixed",
                        "mute",
                        "topics",
                        "taxonomy",
                        "classify",
                        "backtest",
                        "explain",
                        "correct",
                        "corrections",
                        "erase",
                        "purge",
                        "reset",
                        "clean",
                        "version");
        assertThat(commands()).contains(List.of("topics", "create"), List.of("topics", "list"));
        assertThat(commands())
                .contains(
                        List.of("taxonomy", "validate"),
                        List.of("corrections", "list"),
                        List.of("theme-candidates", "promote"));
    }

    @Test
    void theProgramListsItsCommands() {
        Run run = Run.of("help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("biggerbox demo").contains("Exit codes").contains("backtest");
    }

    @Test
    void withoutACommandItIsCalledWrongly() {
        Run run = Run.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Missing required subcommand").contains("demo");
    }

    @Test
    void aGroupWithoutItsCommandIsCalledWrongly() {
        assertThat(Run.of("topics").exitCode()).isEqualTo(2);
        assertThat(Run.of("taxonomy").exitCode()).isEqualTo(2);
    }

    @Test
    void anUnknownCommandIsCalledWrongly() {
        Run run = Run.of("alrets");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("alrets").contains("alerts");
    }

    @Test
    void requiredOptionsAreNamed() {
        assertThat(Run.of("backtest", "--events", "x").err()).contains("--output");
        assertThat(Run.of("mute", "BB-1").err()).contains("--until");
        assertThat(Run.of("ack").exitCode()).isEqualTo(2);
    }
}
