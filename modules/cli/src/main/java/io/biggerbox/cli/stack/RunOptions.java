package io.biggerbox.cli.stack;

import io.biggerbox.topologies.Application;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of applications that run on brokers of somebody's own. */
public final class RunOptions {

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--applications",
            paramLabel = "NAME",
            split = ",",
            description = "Which ones: ${COMPLETION-CANDIDATES}, separated by commas. Default: all")
    private List<Application> applications = List.of(Application.values());

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${env:BIGGERBOX_STATE:-${sys:user.home}/.local/share/biggerbox/state}",
            description = "Folder of this instance's stores. Keep it over restarts: a start is quick with it, and the"
                    + " instance is known by it. Default: ${DEFAULT-VALUE}")
    private Path state = Path.of("");

    @Option(
            names = "--replication",
            defaultValue = "3",
            description = "Copies of every topic; at most as many as there are brokers. Default: ${DEFAULT-VALUE}")
    private short replication;

    @Option(
            names = "--health-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address on which health and metrics are told; 0.0.0.0 for all: they ask for no password."
                    + " Default: ${DEFAULT-VALUE}")
    private String healthHost = "";

    @Mixin
    private ApplicationOptions options = new ApplicationOptions();

    /** Filled in by picocli. */
    public RunOptions() {}

    /** Where they run. */
    public ConnectionOptions brokers() {
        return connection;
    }

    /** What they amount to; its readers are open. */
    public ApplicationPlan plan() {
        return options.plan(Set.copyOf(applications), state, replication, healthHost);
    }
}
