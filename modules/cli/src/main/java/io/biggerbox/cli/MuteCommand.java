package io.biggerbox.cli;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Be silent for a while. */
@picocli.CommandLine.Command(
        name = "mute",
        mixinStandardHelpOptions = true,
        description = "Silences an alert until a time, unless it gets worse.")
final class MuteCommand extends AlertCommandBase {

    @Option(
            names = "--until",
            paramLabel = "TIME",
            required = true,
            description = "2026-03-01, 2026-03-01T09:30:00Z, or a span from now on such as 36h, 14d, 2w")
    private String until = "";

    /** Filled in by picocli. */
    MuteCommand() {}

    @Override
    void fill(Command.Builder command, Instant now) {
        command.setKind(CommandKind.MUTE).setUntil(Times.until(until, now));
    }

    @Override
    String done() {
        return "is muted until " + until + ", unless it gets worse";
    }
}
