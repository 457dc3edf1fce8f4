package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.StoppedStack;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.lifecycle.Cleaning;
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

/** Removes everything of ours. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Removes everything of Bigger Box: topics with all that is in them, consumer groups, schemas, and with --data"
                    + " the folders of stores. Topics of others are never touched.",
            "Lists what would go and asks. The applications must be stopped."
        })
final class CleanCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Only lists what would go.")
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
    CleanCommand() {}

    @Override
    public Integer call() {
        try (StoppedStack.Access access = stopped.open()) {
            ConnectionOptions options = access.options();
            try (RegistryConnection registry = RegistryConnection.connect(options.wire());
                    Admin admin = Admin.create(options.client())) {
                Topics topics = BiggerBoxService.topics(1, registry);
                Cleaning cleaning = new Cleaning(admin, registry, topics, stopped.state());
                Cleaning.Plan plan = cleaning.plan();
                tell(plan);
                if (!dryRun && !plan.isEmpty()) {
                    if (!confirmation.given(spec, "Remove all of this?")) {
                        throw new CommandFailedException("nothing was removed");
                    }
                    cleaning.run(plan);
                }
            }
        }
        return 0;
    }

    private void tell(Cleaning.Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.object(
                    "removes",
                    !dryRun,
                    "topics",
                    new TreeSet<>(plan.topics()),
                    "groups",
                    plan.groups(),
                    "subjects",
                    new TreeSet<>(plan.subjects()),
                    "folders",
                    plan.folders().stream().map(Path::toString).toList()));
        } else if (plan.isEmpty()) {
            out.println("There is nothing of Bigger Box.");
        } else {
            new TreeSet<>(plan.topics()).forEach(name -> out.println("topic    " + name));
            plan.groups().forEach(name -> out.println("group    " + name));
            new TreeSet<>(plan.subjects()).forEach(name -> out.println("subject  " + name));
            plan.folders().forEach(name -> out.println("folder   " + name));
        }
        out.flush();
    }
}
