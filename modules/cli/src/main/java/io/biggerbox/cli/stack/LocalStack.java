package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.devstack.DevStack;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.topologies.TopologySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Broker, registry and the applications in this process. */
public final class LocalStack implements AutoCloseable {

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

    private LocalStack(DevStack devStack, BiggerBoxService service) {
        this.devStack = devStack;
        this.service = service;
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
                    plan.taxonomy(),
                    plan.detection(),
                    TopologySettings.DEFAULTS,
                    KAFKA);
            stack = new LocalStack(devStack, BiggerBoxService.start(settings, Clock.systemUTC()));
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
            service.close();
        } finally {
            devStack.close();
        }
    }
}
