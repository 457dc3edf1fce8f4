package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.StoppedStack;
import io.biggerbox.service.erasure.LogPurge;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes erased customers off topics that are not compacted. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Takes erased customers off the inputs, the feedback and the dead letters.",
            "Partitions that hold something of them are written anew without it, and what stood there before is deleted."
                    + " The applications must have taken back what was erased, and be stopped; nothing may be imported"
                    + " meanwhile. Offsets change; the applications go on where they were."
        })
final class PurgeCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Only counts.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private StoppedStack stopped = new StoppedStack();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    PurgeCommand() {}

    @Override
    public Integer call() {
        try (StoppedStack.Access access = stopped.open();
                Connection stack = Connection.open(access.options());
                LogPurge purge = new LogPurge(stack.client(), stack.topics())) {
            if (dryRun) {
                tell(purge.count(), false);
                return 0;
            }
            int customers = purge.open().size();
            if (!confirmation.given(spec, "Take " + customers + " erased customers off the topics?")) {
                throw new CommandFailedException("nothing was changed");
            }
            tell(purge.run(), true);
        }
        return 0;
    }

    private void tell(Map<String, Long> counts, boolean done) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.object("purged", done, "records", counts));
        } else {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            out.println(all + (done ? " records are gone" : " records would go"));
            counts.forEach((topic, count) -> out.println("  " + topic + "  " + count));
        }
        out.flush();
    }
}
