package io.biggerbox.cli;

import io.biggerbox.cli.output.RecordJson;
import io.biggerbox.cli.stack.CandidateFinder;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.events.CandidateStatus;
import io.biggerbox.events.ThemeCandidate;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Themes that could be. */
@Command(
        name = "theme-candidates",
        mixinStandardHelpOptions = true,
        description = {
            "Shows themes that the taxonomy could have: what many customers complain about and no theme claims.",
            "The open ones, those of most customers first; --all shows also what was promoted, dismissed or has faded."
        },
        subcommands = {PromoteCandidateCommand.class, DismissCandidateCommand.class, ReopenCandidateCommand.class})
final class ThemeCandidatesCommand implements Callable<Integer> {

    @Option(names = "--all", description = "Also those that are not open.")
    private boolean all;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ThemeCandidatesCommand() {}

    @Override
    public Integer call() {
        try (Connection stack = Connection.open(connection)) {
            List<ThemeCandidate> shown = CandidateFinder.all(stack).stream()
                    .filter(candidate -> all || candidate.getStatus() == CandidateStatus.OPEN)
                    .sorted(Comparator.comparingLong((ThemeCandidate each) -> -each.getCustomers())
                            .thenComparing(ThemeCandidate::getCandidateId))
                    .toList();
            PrintWriter out = spec.commandLine().getOut();
            if (shown.isEmpty() && !json) {
                out.println("No theme candidates.");
            }
            shown.forEach(
                    candidate -> out.println(json ? RecordJson.line(candidate) : CandidateCard.of(candidate) + "\n"));
            out.flush();
        }
        return 0;
    }
}
