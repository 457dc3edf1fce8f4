package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.output.Program;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.service.monitor.Operations;
import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.TopologySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Applications of this process, with the address that tells how they are. */
public final class RunningApplications implements AutoCloseable {

    private final BiggerBoxService service;
    private final Readers readers;
    private final @Nullable Operations operations;

    private RunningApplications(BiggerBoxService service, Readers readers, @Nullable Operations operations) {
        this.service = service;
        this.readers = readers;
        this.operations = operations;
    }

    /**
     * Starts them. They are restored and assigned their work afterwards: see {@link #awaitReady}.
     *
     * @param plan what to run; its readers are closed with what this returns, or when it fails
     * @param brokers where
     * @throws CommandFailedException if no broker answers, or the health address is taken
     */
    public static RunningApplications start(ApplicationPlan plan, ConnectionOptions brokers) {
        try {
            BiggerBoxService service =
                    BiggerBoxService.start(settings(plan, brokers), plan.readers(), Clock.systemUTC());
            // before they are ready: whoever asks while stores are restored is told so
            return new RunningApplications(service, plan.readers(), operations(plan.health(), service));
        } catch (RuntimeException e) {
            plan.readers().close();
            throw e;
        }
    }

    private static ServiceSettings settings(ApplicationPlan plan, ConnectionOptions brokers) {
        OptionalInt existing = Connection.partitionsIfAny(brokers);
        return new ServiceSettings(
                brokers.bootstrapServers(),
                brokers.wire(),
                Objects.requireNonNullElseGet(
                        plan.partitions(), () -> existing.orElse(ApplicationPlan.USUAL_PARTITIONS)),
                plan.replication(),
                plan.state(),
                plan.applications(),
                plan.groups(),
                taxonomy(plan, brokers, existing),
                plan.detection(),
                TopologySettings.DEFAULTS,
                brokers.kafka());
    }

    /** What somebody published while it ran is not undone by a start that does not speak of themes. */
    private static Taxonomy taxonomy(ApplicationPlan plan, ConnectionOptions brokers, OptionalInt existing) {
        if (plan.asked() || existing.isEmpty()) {
            return plan.taxonomy();
        }
        return PublishedTaxonomy.ifAny(brokers, existing.getAsInt()).orElseGet(plan::taxonomy);
    }

    private static @Nullable Operations operations(@Nullable InetSocketAddress address, BiggerBoxService service) {
        if (address == null) {
            return null;
        }
        try {
            return Operations.start(service.subject(Program.VERSION), address);
        } catch (IOException e) {
            service.close();
            throw new CommandFailedException("port " + address.getPort()
                    + " of the health address is taken: choose another with --health-port (" + e.getMessage() + ")");
        }
    }

    /**
     * Waits until all of them process.
     *
     * @return false when the time is up, or one has stopped for good
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        return service.awaitRunning(atMost);
    }

    /** False when one has stopped for good. */
    public boolean isLive() {
        return service.isLive();
    }

    /** Where health and metrics are told; null when they are not. */
    public @Nullable InetSocketAddress health() {
        return operations == null ? null : operations.address();
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
        }
    }
}
