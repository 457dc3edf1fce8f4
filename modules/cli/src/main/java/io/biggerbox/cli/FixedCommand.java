package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.time.Instant;
import picocli.CommandLine.Option;

/** We changed something. */
@picocli.CommandLine.Command(
        name = "fixed",
        mixinStandardHelpOptions = true,
        description =
                "Declares a change. The numbers will say whether it worked, and the alert comes back if it did not.")
final class FixedCommand extends AlertCommandBase {

    @Option(
            names = "--effective",
            paramLabel = "TIME",
            defaultValue = "now",
            description = "From when on customers meet the change: 2026-03-01, 2026-03-01T09:30:00Z or now; UTC where"
                    + " nothing else is said. Default: ${DEFAULT-VALUE}")
    private String effective = "now";

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            defaultValue = "50",
            description = "By how many per cent the complaints are to fall for the change to count as a success, from 1"
                    + " to 100. Default: ${DEFAULT-VALUE}")
    private int target = 50;

    /** Filled in by picocli. */
    FixedCommand() {}

    @Override
    void fill(Command.Builder command, Instant now) {
        if (target < 1 || target > 100) {
            throw new CommandFailedException("--target must lie between 1 and 100 per cent, but is " + target);
        }
        command.setKind(CommandKind.DECLARE_CHANGE)
                .setEffectiveAt(Times.at(effective, now))
                .setTargetDrop(target / 100.0);
    }

    @Override
    String done() {
        return "has a declared change, effective " + effective + "; the numbers will say whether it worked";
    }
}
