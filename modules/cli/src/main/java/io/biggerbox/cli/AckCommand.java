package io.biggerbox.cli;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.time.Instant;

/** We know. */
@picocli.CommandLine.Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        description = "Says that the team knows about an alert.")
final class AckCommand extends AlertCommandBase {

    /** Filled in by picocli. */
    AckCommand() {}

    @Override
    void fill(Command.Builder command, Instant now) {
        command.setKind(CommandKind.ACKNOWLEDGE);
    }

    @Override
    String done() {
        return "is acknowledged";
    }
}
