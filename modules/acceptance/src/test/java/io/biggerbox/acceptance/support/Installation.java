package io.biggerbox.acceptance.support;

import io.biggerbox.cli.stack.CaughtUp;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.devstack.EmbeddedBroker;
import io.biggerbox.devstack.EmbeddedRegistry;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.text.FastReader;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** Broker, registry and service on a folder, each to be stopped and started by itself. */
public final class Installation implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofSeconds(90);
    private static final Duration TIME_TO_PROCESS = Duration.ofSeconds(90);

    private final Path directory;
    private final int partitions;
    private final Path taxonomy;
    private final TopologySettings topology;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final String registryUrl;
    private BiggerBoxService service;
    private Connection connection;

    private Installation(Path directory, int partitions, TopologySettings topology) {
        this.directory = directory;
        this.partitions = partitions;
        this.topology = topology;
        taxonomy = Themes.write(directory);
        broker = new EmbeddedBroker(directory.resolve("stack"), freePort());
        int registryPort = freePort();
        registryUrl = "http://127.0.0.1:" + registryPort;
        broker.start();
        registry = new EmbeddedRegistry(broker.bootstrapServers(), registryPort);
        registry.start();
    }

    /** Broker and registry, without the service. */
    public static Installation withoutService(Path directory, int partitions) {
        return new Installation(directory, partitions, TopologySettings.DEFAULTS);
    }

    /** All of it, processing. */
    public static Installation start(Path directory, int partitions, TopologySettings topology) {
        Installation installation = new Installation(directory, partitions, topology);
        installation.startService();
        return installation;
    }

    /** All of it, processing, with the settings of production. */
    public static Installation start(Path directory, int partitions) {
        return start(directory, partitions, TopologySettings.DEFAULTS);
    }

    /** Starts the service and waits until it processes. */
    public void startService() {
        service = launchService();
        Awaitility.await("service running").atMost(TIME_TO_START).until(service::isReady);
    }

    private BiggerBoxService launchService() {
        return BiggerBoxService.start(
                new ServiceSettings(
                        broker.bootstrapServers(),
                        WireSettings.of(registryUrl),
                        partitions,
                        (short) 1,
                        directory.resolve("state"),
                        EnumSet.allOf(Application.class),
                        GroupProtocol.CLASSIC,
                        Themes.read(taxonomy),
                        SettingsBook.of(DetectionSettings.DEFAULTS),
                        topology,
                        Map.of()),
                FastReader::create,
                Clock.systemUTC());
    }

    public void stopService() {
        service.close();
    }

    /** Stops everything and starts it again on the same data. */
    public void restart() {
        service.close();
        registry.close();
        broker.close();
        broker.start();
        registry.start();
        startService();
    }

    public BiggerBoxService service() {
        return service;
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedRegistry registry() {
        return registry;
    }

    public String registryUrl() {
        return registryUrl;
    }

    public Path directory() {
        return directory;
    }

    public Path taxonomy() {
        return taxonomy;
    }

    /** The folder of the state stores. */
    public Path state() {
        return directory.resolve("state");
    }

    /** Options by which the commands find this installation. */
    public List<String> options() {
        return List.of("--bootstrap-servers", broker.bootstrapServers(), "--registry", registryUrl);
    }

    /** Runs the command against this installation. */
    public CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(options());
        return CommandRun.of(all);
    }

    /** The connection that the commands would make; made when first needed. */
    public Connection connection() {
        if (connection == null) {
            connection = Connections.open(broker.bootstrapServers(), registryUrl);
        }
        return connection;
    }

    public Topics topics() {
        return new Topics(connection());
    }

    /** Waits until classify, measure and detect have nothing left to read. */
    public void awaitProcessed() {
        try (CaughtUp progress = new CaughtUp(connection())) {
            Awaitility.await("all records processed").atMost(TIME_TO_PROCESS).until(() -> progress.behind() == 0);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file into the installation's folder. */
    public Path write(String name, List<String> lines) {
        try {
            return Files.write(directory.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
        if (service != null) {
            service.close();
        }
        registry.close();
        broker.close();
    }

    /** Connections as the commands make them. */
    public static final class Connections {

        private Connections() {}

        public static Connection open(String bootstrapServers, String registryUrl) {
            return Connection.open(CommandLine.populateCommand(
                    new ConnectionOptions(), "--bootstrap-servers", bootstrapServers, "--registry", registryUrl));
        }
    }
}
