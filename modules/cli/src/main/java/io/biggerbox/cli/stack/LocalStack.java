package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.devstack.DevStack;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Broker, registry and the applications in this process. */
public final class LocalStack implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(5);

    private final DevStack devStack;
    private final RunningApplications applications;

    private LocalStack(DevStack devStack, RunningApplications applications) {
        this.devStack = devStack;
        this.applications = applications;
    }

    /**
     * Starts everything and waits until it processes.
     *
     * @throws CommandFailedException if the applications do not get going
     */
    public static LocalStack start(LocalStackPlan plan) throws InterruptedException {
        DevStack devStack = DevStack.start(plan.stack());
        LocalStack stack;
        try {
            stack = new LocalStack(devStack, RunningApplications.start(plan.applications(), connection(devStack)));
        } catch (RuntimeException e) {
            devStack.close();
            throw e;
        }
        if (!stack.applications.awaitReady(TIME_TO_START)) {
            stack.close();
            throw new CommandFailedException(
                    "the applications did not get going within " + TIME_TO_START.toSeconds() + " s: see the log");
        }
        return stack;
    }

    private static ConnectionOptions connection(DevStack devStack) {
        return ConnectionOptions.of(devStack.bootstrapServers(), devStack.registryUrl());
    }

    /** Where health and metrics are told; null when they are not. */
    public @Nullable InetSocketAddress health() {
        return applications.health();
    }

    /** False when an application has stopped for good. */
    public boolean isLive() {
        return applications.isLive();
    }

    /** Address of the broker. */
    public String bootstrapServers() {
        return devStack.bootstrapServers();
    }

    /** Address of the registry. */
    public String registryUrl() {
        return devStack.registryUrl();
    }

    /** How to connect to it. */
    public ConnectionOptions connection() {
        return connection(devStack);
    }

    @Override
    public void close() {
        try {
            applications.close();
        } finally {
            devStack.close();
        }
    }
}
