package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ApplicationPlan;
import io.biggerbox.cli.stack.RunOptions;
import io.biggerbox.cli.stack.RunningApplications;
import io.biggerbox.service.lifecycle.StopSignal;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs applications on brokers that are there already. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs applications on brokers and a schema registry of yours until it is stopped.",
            "Start it as often as there is work, each with a --state folder of its own: the instances divide the work."
                    + " See docs/operations.md."
        })
final class RunCommand implements Callable<Integer> {

    /** What an error says when an application does not run any more. */
    static final String STOPPED_FOR_GOOD = "an application has stopped for good: see the log, then start again";

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    RunCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        ApplicationPlan plan = options.plan();
        try (StopSignal signal = StopSignal.listen();
                RunningApplications applications = RunningApplications.start(plan, options.brokers())) {
            out.printf(
                    "Started %s on %s; state in %s%n",
                    plan.applications().stream()
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    options.brokers().bootstrapServers(),
                    plan.state());
            InetSocketAddress health = applications.health();
            if (health != null) {
                out.println(healthLine(health));
            }
            out.flush();
            // large stores take their time to be read back: whoever supervises this asks /ready
            boolean ready = false;
            while (!ready && applications.isLive() && !signal.isAsked()) {
                ready = applications.awaitReady(A_SECOND);
            }
            if (ready) {
                out.printf(Locale.ROOT, "Ready after %.1f s%n", (System.nanoTime() - start) / 1e9);
                out.flush();
            }
            if (!signal.await(applications::isLive)) {
                throw new CommandFailedException(STOPPED_FOR_GOOD);
            }
            out.println("Stopping …");
            out.flush();
        }
        return 0;
    }

    /** Where to look how it is. */
    static String healthLine(InetSocketAddress health) {
        String url = "http://" + health.getHostString() + ":" + health.getPort();
        return "Health " + url + "/ready, metrics " + url + "/metrics";
    }
}
