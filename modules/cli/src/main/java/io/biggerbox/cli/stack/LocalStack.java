package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.devstack.DevStack;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.service.monitor.Operations;
import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.TopologySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** Broker, registry and the applications in this process. */
public final class LocalStack implements AutoCloseable {

    private static final String VERSION =
            Objects.requireNonNullElse(LocalStack.class.getPackage().getImplementationVersion(), "development");
    private static final Duration TIME_TO_START = Duration.ofMinutes(5);

    /** After a kill the group waits for the dead members: ten seconds, not the default of forty-five. */
    private static final Map<String, String> KAFKA = Map.of(
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            "0",
            StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
            "10000",
            StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
            "2000");

    private final DevStack devStack;
    private final BiggerBoxService service;
    private final Readers readers;
    private final @Nullable Operations operations;

    private LocalStack(DevStack devStack, BiggerBoxService service, Readers readers, @Nullable Operations operations) {
        this.devStack = devStack;
        this.service = service;
        this.readers = readers;
        this.operations = operations;
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
            ServiceSettings settings = new ServiceSettings(
                    devStack.bootstrapServers(),
                    WireSettings.of(devStack.registryUrl()),
                    plan.partitions(),
                    (short) 1,
                    plan.state(),
                    plan.applications(),
                    taxonomy(plan, devStack),
                    plan.detection(),
                    TopologySettings.DEFAULTS,
                    KAFKA);
            BiggerBoxService service = BiggerBoxService.start(settings, plan.readers(), Clock.systemUTC());
            // before it is ready: whoever asks while stores are restored is told so
            stack = new LocalStack(devStack, service, plan.readers(), operations(plan, service));
        } catch (RuntimeException e) {
            devStack.close();
            throw e;
        }
        if (!stack.service.awaitRunning(TIME_TO_START)) {
            stack.close();
            throw new CommandFailedException(
                    "the applications did not get going within " + TIME_TO_START.toSeconds() + " s: see the log");
        }
        return stack;
    }

    /** What somebody published while it ran is not undone by a start that does not speak of themes. */
    private static Taxonomy taxonomy(LocalStackPlan plan, DevStack devStack) {
        if (plan.asked()) {
            return plan.taxonomy();
        }
        ConnectionOptions here = ConnectionOptions.of(devStack.bootstrapServers(), devStack.registryUrl());
        return PublishedTaxonomy.ifAny(here).orElseGet(plan::taxonomy);
    }

    private static @Nullable Operations operations(LocalStackPlan plan, BiggerBoxService service) {
        if (plan.health().isEmpty()) {
            return null;
        }
        int port = plan.health().getAsInt();
        try {
            return Operations.start(
                    service.subject(VERSION), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            service.close();
            throw new CommandFailedException(
                    "port " + port + " of the health address is taken: choose another with --health-port");
        }
    }

    /** Where health and metrics are told; null when they are not. */
    public @Nullable String healthUrl() {
        return operations == null
                ? null
                : "http://127.0.0.1:" + operations.address().getPort();
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
        return ConnectionOptions.of(bootstrapServers(), registryUrl());
    }

    @Override
    public void close() {
        try {
            if (operations != null) {
                operations.close();
            }
            service.close();
        } finally {
            readers.close();
            devStack.close();
        }
    }
}
