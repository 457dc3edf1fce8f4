package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.LocalStack;
import io.biggerbox.cli.stack.LocalStackOptions;
import io.biggerbox.service.lifecycle.StopSignal;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs everything on this machine. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Runs broker, schema registry and the applications on this machine until Ctrl+C.",
            "All listen on loopback only. The data survives restarts; --data says where it is."
        })
final class UpCommand implements Callable<Integer> {

    @Mixin
    private LocalStackOptions options = new LocalStackOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    UpCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        try (StopSignal signal = StopSignal.listen();
                LocalStack stack = LocalStack.start(options.plan())) {
            out.printf(
                    Locale.ROOT,
                    "Ready after %.1f s. Brokers %s, registry %s, data in %s%n",
                    (System.nanoTime() - start) / 1e9,
                    stack.bootstrapServers(),
                    stack.registryUrl(),
                    options.directory());
            InetSocketAddress health = stack.health();
            if (health != null) {
                out.println(RunCommand.healthLine(health));
            }
            out.println("Next:  biggerbox import FILE --as FORMAT      biggerbox alerts --follow      Ctrl+C stops");
            out.flush();
            if (!signal.await(stack::isLive)) {
                throw new CommandFailedException(RunCommand.STOPPED_FOR_GOOD);
            }
            out.println("Stopping …");
            out.flush();
        }
        return 0;
    }
}
