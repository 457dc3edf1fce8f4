package io.biggerbox.cli;

import io.biggerbox.cli.output.AlertCard;
import io.biggerbox.cli.output.RecordJson;
import io.biggerbox.cli.stack.AlertStream;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.service.TopicSnapshot;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows alerts. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description =
                "Shows the alerts as they stand, the latest decision last; with --follow, also each new revision.")
final class AlertsCommand implements Callable<Integer> {

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--follow", description = "Stays and shows new revisions as they come, until Ctrl+C.")
    private boolean follow;

    @Option(names = "--team", description = "Only alerts of this team.")
    private @Nullable String team;

    @Option(names = "--product", description = "Only alerts about this product.")
    private @Nullable String product;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    AlertsCommand() {}

    @Override
    public Integer call() {
        try (Connection stack = Connection.open(connection);
                AlertStream stream = follow ? AlertStream.fromNowOn(stack) : AlertStream.ended()) {
            List<ProcessChangeAlert> standing = new TopicSnapshot<>(
                            stack.client(), stack.topics().alerts())
                    .read().values().stream()
                            .filter(this::wanted)
                            .sorted(Comparator.comparing(ProcessChangeAlert::getDecidedAt)
                                    .thenComparing(ProcessChangeAlert::getAlertId))
                            .toList();
            standing.forEach(this::print);
            if (standing.isEmpty() && !json && !follow) {
                print("No alerts.");
            }
            while (!Thread.currentThread().isInterrupted() && stream.isOpen()) {
                stream.poll().stream().filter(this::wanted).forEach(this::print);
            }
        }
        return 0;
    }

    private boolean wanted(ProcessChangeAlert alert) {
        return (team == null || team.equals(alert.getTeam()))
                && (product == null || product.equals(alert.getProduct()));
    }

    private void print(ProcessChangeAlert alert) {
        print(
                json
                        ? RecordJson.line(alert)
                        : AlertCard.of(
                                        alert,
                                        spec.commandLine().getColorScheme().ansi()) + "\n");
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
