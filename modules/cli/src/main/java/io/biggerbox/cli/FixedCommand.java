package io.biggerbox.cli;

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

    /** Filled in by picocli. */
    FixedCommand() {}

    @Override
    void fill(Command.Builder command, Instant now) {
        command.setKind(CommandKind.DECLARE_CHANGE).setEffectiveAt(Times.at(effective, now));
    }

    @Override
    String done() {
        return "has a declared change, effective " + effective + "; the numbers will say whether it worked";
    }
}
