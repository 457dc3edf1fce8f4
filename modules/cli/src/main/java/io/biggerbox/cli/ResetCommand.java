package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.StoppedStack;
import io.biggerbox.service.lifecycle.Reset;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts over. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the applications process all inputs again, from their beginning, into the same topics: for a new model or"
                    + " taxonomy, other settings, or another version.",
            "Rows are written again under their keys with higher revisions; alerts that were told are not told again."
                    + " The applications must be stopped, all instances of them; they do the work when they run again."
        })
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Only says what would go.")
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
    ResetCommand() {}

    @Override
    public Integer call() {
        try (StoppedStack.Access access = stopped.open();
                Connection stack = Connection.open(access.options());
                Admin admin = Admin.create(stack.client())) {
            Reset reset = new Reset(admin, stack.client(), stack.topics(), stopped.state());
            Reset.Plan plan = reset.plan();
            if (!dryRun) {
                if (!confirmation.given(spec, "Process " + plan.inputs() + " inputs again?")) {
                    throw new CommandFailedException("nothing was changed");
                }
                reset.run();
            }
            tell(plan);
        }
        return 0;
    }

    private void tell(Reset.Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.object(
                    "reset",
                    !dryRun,
                    "inputs",
                    plan.inputs(),
                    "feedback",
                    plan.feedback(),
                    "internal_topics",
                    new TreeSet<>(plan.internalTopics()),
                    "folders",
                    plan.folders().stream().map(Path::toString).toList()));
        } else {
            out.println((dryRun ? "Would be read again: " : "Will be read again: ") + plan.inputs() + " inputs");
            out.println((dryRun ? "Would go: " : "Gone: ") + plan.feedback() + " readings, "
                    + plan.internalTopics().size() + " internal topics, "
                    + plan.folders().size()
                    + " folders of stores");
            if (!dryRun) {
                out.println(
                        stopped.state() == null
                                ? "On every machine that ran applications delete the folder of their stores, then start them."
                                : "Start the applications: biggerbox up");
            }
        }
        out.flush();
    }
}
