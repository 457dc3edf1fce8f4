package io.biggerbox.cli;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.events.Correction;
import io.biggerbox.service.TopicSnapshot;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What has been corrected. */
@Command(
        name = "corrections",
        mixinStandardHelpOptions = true,
        description = "Shows which labels people have corrected.",
        subcommands = CorrectionsCommand.ListAll.class)
final class CorrectionsCommand {

    /** Lists them. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Lists the corrections in force, by feedback id.",
                "With --json, one object a line with id, text, themes and sentiment, for: biggerbox taxonomy compile"
                        + " --corrections FILE"
            })
    static final class ListAll implements Callable<Integer> {

        private static final int LONGEST_QUOTE = 120;

        @Option(names = "--json", description = "Prints one JSON object a line.")
        private boolean json;

        @Mixin
        private ConnectionOptions connection = new ConnectionOptions();

        @Spec
        private CommandSpec spec;

        @SuppressWarnings("NullAway.Init") // filled in by picocli
        ListAll() {}

        @Override
        public Integer call() {
            try (Connection stack = Connection.open(connection)) {
                Collection<Correction> all = new TopicSnapshot<>(
                                stack.client(), stack.topics().corrections())
                        .read()
                        .values();
                PrintWriter out = spec.commandLine().getOut();
                if (all.isEmpty() && !json) {
                    out.println("No corrections.");
                }
                all.forEach(correction -> out.println(json ? CorrectionLine.json(correction) : line(correction)));
                out.flush();
            }
            return 0;
        }

        private static String line(Correction correction) {
            return SafeText.oneLine(correction.getFeedbackId() + ": " + CorrectionLine.labels(correction) + " ("
                    + correction.getActor() + ", " + correction.getCorrectedAt() + ")  “"
                    + SafeText.oneLine(correction.getRedactedText(), LONGEST_QUOTE)
                    + "”");
        }
    }

    /** Filled in by picocli. */
    CorrectionsCommand() {}
}
