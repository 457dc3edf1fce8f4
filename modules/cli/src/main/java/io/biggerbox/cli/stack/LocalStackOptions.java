package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.DetectionSettingsFile;
import io.biggerbox.topologies.Application;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a stack on this machine. */
public final class LocalStackOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:BIGGERBOX_DATA:-${sys:user.home}/.local/share/biggerbox}",
            description = "Where broker, registry and state keep their data. Default: ${DEFAULT-VALUE}")
    private Path directory = Path.of("");

    @Option(names = "--port", defaultValue = "9092", description = "Port of the broker. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--registry-port",
            defaultValue = "8081",
            description = "Port of the schema registry. Default: ${DEFAULT-VALUE}")
    private int registryPort;

    @Option(
            names = "--health-port",
            defaultValue = "" + LocalStackPlan.HEALTH_PORT,
            description = "Port that tells health and metrics: /ready, /live, /metrics, /status; -1 for none."
                    + " Default: ${DEFAULT-VALUE}")
    private int healthPort;

    @Option(names = "--partitions", defaultValue = "4", description = "Of every topic. Default: ${DEFAULT-VALUE}")
    private int partitions;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "YAML file that says when alerts are raised: see docs/operations.md")
    private @Nullable Path settings;

    @Option(
            names = "--no-discovery",
            description = "Does not look for themes that the taxonomy could have: see biggerbox theme-candidates")
    private boolean withoutDiscovery;

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Mixin
    private ReaderOption readers = new ReaderOption();

    /** Filled in by picocli. */
    public LocalStackOptions() {}

    /** Where the data is. */
    public Path directory() {
        return directory;
    }

    /** What they amount to; its readers are open. */
    public LocalStackPlan plan() {
        return new LocalStackPlan(
                new DevStackSettings(directory.resolve("stack"), port, registryPort),
                healthPort < 0 ? OptionalInt.empty() : OptionalInt.of(healthPort),
                directory.resolve("state"),
                partitions,
                taxonomy.load(),
                taxonomy.isGiven(),
                settings == null ? SettingsBook.of(DetectionSettings.DEFAULTS) : DetectionSettingsFile.read(settings),
                withoutDiscovery
                        ? EnumSet.complementOf(EnumSet.of(Application.DISCOVER))
                        : EnumSet.allOf(Application.class),
                readers.open());
    }
}
