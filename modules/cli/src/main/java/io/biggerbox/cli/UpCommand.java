package io.biggerbox.cli;

import io.biggerbox.cli.stack.LocalStack;
import io.biggerbox.cli.stack.LocalStackOptions;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        long start = System.nanoTime();
        Thread hook = new Thread(
                () -> {
                    stopped.countDown();
                    try {
                        finished.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (LocalStack stack = LocalStack.start(options.plan())) {
            out.printf(
                    Locale.ROOT,
                    "Ready after %.1f s. Brokers %s, registry %s, data in %s%n",
                    (System.nanoTime() - start) / 1e9,
                    stack.bootstrapServers(),
                    stack.registryUrl(),
                    options.directory());
            if (stack.healthUrl() != null) {
                out.println("Health " + stack.healthUrl() + "/ready, metrics " + stack.healthUrl() + "/metrics");
            }
            out.println("Next:  biggerbox import FILE --as FORMAT      biggerbox alerts --follow      Ctrl+C stops");
            out.flush();
            stopped.await();
            out.println("Stopping …");
            out.flush();
        } finally {
            finished.countDown();
        }
        return 0;
    }
}
