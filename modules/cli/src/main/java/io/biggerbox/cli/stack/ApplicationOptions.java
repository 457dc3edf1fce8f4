package io.biggerbox.cli.stack;

import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.DetectionSettingsFile;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.topologies.Application;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of everything that runs applications. */
public final class ApplicationOptions {

    @Option(
            names = "--health-port",
            defaultValue = "" + ApplicationPlan.HEALTH_PORT,
            description = "Port that tells health and metrics: /ready, /live, /metrics, /status; -1 for none."
                    + " Default: ${DEFAULT-VALUE}")
    private int healthPort;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "YAML file that says when alerts are raised: see docs/operations.md")
    private @Nullable Path settings;

    @Option(
            names = "--group-protocol",
            defaultValue = "CLASSIC",
            description = "How instances of an application divide the work: CLASSIC, or STREAMS by the brokers (4.2 and"
                    + " later). Default: ${DEFAULT-VALUE}")
    private GroupProtocol groups = GroupProtocol.CLASSIC;

    @Option(
            names = "--partitions",
            description = "Of the topics, when they are created. Cannot be changed afterwards. Default: those that the"
                    + " topics have, else " + ApplicationPlan.USUAL_PARTITIONS)
    private @Nullable Integer partitions;

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Mixin
    private ReaderOption readers = new ReaderOption();

    /** Filled in by picocli. */
    public ApplicationOptions() {}

    /**
     * What they amount to; its readers are open.
     *
     * @param host of the health address
     */
    ApplicationPlan plan(Set<Application> applications, Path state, short replication, String host) {
        return new ApplicationPlan(
                applications,
                taxonomy.load(),
                taxonomy.isGiven(),
                settings == null ? SettingsBook.of(DetectionSettings.DEFAULTS) : DetectionSettingsFile.read(settings),
                groups,
                readers.open(),
                state,
                partitions,
                replication,
                healthPort < 0 ? null : new InetSocketAddress(host, healthPort));
    }
}
