package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.topologies.Application;
import java.nio.file.Path;
import java.util.EnumSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a stack on this machine. */
public final class LocalStackOptions {

    private static final short ONE_BROKER = 1;
    private static final String LOOPBACK = "127.0.0.1";

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
            names = "--no-discovery",
            description = "Does not look for themes that the taxonomy could have: see biggerbox theme-candidates")
    private boolean withoutDiscovery;

    @Mixin
    private ApplicationOptions applications = new ApplicationOptions();

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
                applications.plan(
                        withoutDiscovery
                                ? EnumSet.complementOf(EnumSet.of(Application.DISCOVER))
                                : EnumSet.allOf(Application.class),
                        directory.resolve("state"),
                        ONE_BROKER,
                        LOOPBACK));
    }
}
