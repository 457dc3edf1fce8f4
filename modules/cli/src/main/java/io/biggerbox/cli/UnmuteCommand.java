package io.biggerbox.cli;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.time.Instant;

/** Speak again. */
@picocli.CommandLine.Command(
        name = "unmute",
        mixinStandardHelpOptions = true,
        description = "Lets a muted alert speak again.")
final class UnmuteCommand extends AlertCommandBase {

    /** Filled in by picocli. */
    UnmuteCommand() {}

    @Override
    void fill(Command.Builder command, Instant now) {
        command.setKind(CommandKind.UNMUTE);
    }

    @Override
    String done() {
        return "is no longer muted";
    }
}
