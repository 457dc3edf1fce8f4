package io.biggerbox.cli;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.ActorOption;
import io.biggerbox.cli.stack.CommandSender;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.events.Command;
import io.biggerbox.events.ProcessChangeAlert;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands about an alert have in common. */
abstract class AlertCommandBase implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ALERT", description = "The alert's id, or an unambiguous beginning of it.")
    private String alertId = "";

    @Option(names = "--note", description = "What to write with it, for everybody who reads the alert.")
    private @Nullable String note;

    @Mixin
    private ActorOption actor = new ActorOption();

    @Option(
            names = "--command-id",
            description = "Id of the command: the same id has an effect once. Default: a random one")
    private @Nullable String commandId;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    AlertCommandBase() {}

    /** Fills in what is asked for. */
    abstract void fill(Command.Builder command, Instant now);

    /** What to tell the caller, after the name of the alert. */
    abstract String done();

    @Override
    public final Integer call() {
        Instant now = Clock.systemUTC().instant();
        String id = commandId != null ? commandId : UUID.randomUUID().toString();
        try (Connection stack = Connection.open(connection)) {
            ProcessChangeAlert alert = CommandSender.send(stack, alertId, command -> {
                command.setCommandId(id).setActor(actor.name()).setNote(note).setIssuedAt(now);
                fill(command, now);
            });
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    json
                            ? Json.object(
                                    "command_id", id,
                                    "alert_id", alert.getAlertId(),
                                    "product", alert.getProduct(),
                                    "theme", alert.getTheme())
                            : alert.getAlertId() + " ("
                                    + SafeText.oneLine(alert.getProduct() + ": " + alert.getThemeName()) + ") "
                                    + done());
            out.flush();
        }
        return 0;
    }
}
