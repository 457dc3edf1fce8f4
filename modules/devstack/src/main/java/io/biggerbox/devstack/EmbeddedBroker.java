package io.biggerbox.devstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker with its controller, in this JVM, on 127.0.0.1. Topics must be created; retention is unlimited unless a topic
 * says otherwise, since event times of imported history are old. What is acknowledged survives a restart and a killed process
 * (not a power failure: writes are left to the system's page cache, as in any Kafka).
 *
 * <p>Kafka's server classes are internal to it and change between versions: they stay behind this class. A fault that Kafka
 * holds for fatal, such as a full disk, ends the JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "PLAINTEXT";
    private static final int NODE = 1;

    private final Path directory;
    private final int wantedPort;
    private final Map<String, String> further;
    private @Nullable Running running;

    /** What a started broker holds. */
    private record Running(DirectoryLock lock, KafkaRaftServer server, int port) {}

    /**
     * Starts nothing yet.
     *
     * @param directory where the data lives, made if missing; one broker at a time
     * @param port for clients, or 0 for a free one, which is another after a restart
     */
    public EmbeddedBroker(Path directory, int port) {
        this(directory, port, Map.of());
    }

    /**
     * As {@link #EmbeddedBroker(Path, int)}, for instance with security.
     *
     * @param further settings by Kafka's names, which win over ours; clients come through the listener PLAINTEXT
     */
    public EmbeddedBroker(Path directory, int port, Map<String, String> further) {
        this.directory = directory.toAbsolutePath().normalize();
        this.wantedPort = Ports.requirePort("port", port);
        this.further = Map.copyOf(further);
    }

    /**
     * Starts and waits until clients can write.
     *
     * @throws PortInUseException if the port is taken
     * @throws DataDirectoryInUseException if the directory is
     * @throws DevStackException if Kafka does not start for another reason
     */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("the broker runs already");
        }
        DirectoryLock lock = DirectoryLock.take(directory);
        KafkaRaftServer server = null;
        try {
            int port = Ports.claim("Kafka broker", wantedPort);
            int controllerPort = Ports.claim("Kafka controller", 0);
            Path logs = directory.resolve("kafka");
            if (StaleRegistration.maybeLeftIn(logs)) {
                StaleRegistration.expire(new KafkaConfig(controllerAlone(logs, controllerPort), false), NODE, LOG);
            }
            format(logs);
            long begin = System.nanoTime();
            server = new KafkaRaftServer(new KafkaConfig(settings(logs, port, controllerPort), false), Time.SYSTEM);
            server.startup();
            LOG.info(
                    "Broker ready on {}:{} after {} ms", Ports.LOOPBACK, port, (System.nanoTime() - begin) / 1_000_000);
            running = new Running(lock, server, port);
        } catch (Exception e) {
            stopQuietly(server);
            lock.close();
            throw e instanceof DevStackException known
                    ? known
                    : new DevStackException("the embedded broker on " + directory + " did not start: " + e, e);
        }
    }

    /** Where clients connect: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port();
    }

    /** The port for clients. */
    public synchronized int port() {
        if (running == null) {
            throw new IllegalStateException("the broker does not run");
        }
        return running.port();
    }

    /** Stops in order, in about half a second. Does nothing on a broker that does not run. */
    @Override
    public synchronized void close() {
        Running stopping = running;
        running = null;
        if (stopping == null) {
            return;
        }
        try (DirectoryLock released = stopping.lock()) {
            stopping.server().shutdown();
            stopping.server().awaitShutdown();
        }
    }

    private static void stopQuietly(@Nullable KafkaRaftServer server) {
        if (server == null) {
            return;
        }
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.warn("The broker that did not start did not stop either", e);
        }
    }

    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        createDirectory(logs);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false)) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(logs.toString())
                    .addDirectory(logs.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .setPrintStream(nowhere)
                    .run();
        }
    }

    private static void createDirectory(Path logs) {
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new DevStackException("directory " + logs + " cannot be made: " + e, e);
        }
    }

    private static Properties controllerAlone(Path logs, int controllerPort) {
        Properties p = settings(logs, controllerPort);
        p.setProperty("process.roles", "controller");
        p.setProperty("listeners", CONTROLLER + "://" + Ports.LOOPBACK + ":" + controllerPort);
        return p;
    }

    private Properties settings(Path logs, int port, int controllerPort) {
        Properties p = settings(logs, controllerPort);
        String clients = CLIENTS + "://" + Ports.LOOPBACK + ":" + port;
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("listeners", clients + "," + CONTROLLER + "://" + Ports.LOOPBACK + ":" + controllerPort);
        p.setProperty("advertised.listeners", clients);
        p.putAll(further);
        return p;
    }

    private static Properties settings(Path logs, int controllerPort) {
        Properties p = new Properties();
        p.setProperty("node.id", Integer.toString(NODE));
        p.setProperty("controller.quorum.voters", NODE + "@" + Ports.LOOPBACK + ":" + controllerPort);
        p.setProperty("controller.listener.names", CONTROLLER);
        p.setProperty("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.setProperty("inter.broker.listener.name", CLIENTS);
        p.setProperty("log.dirs", logs.toString());

        // One node: nothing can be copied anywhere, and few partitions of the internal topics are plenty.
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "4");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "4");
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("group.initial.rebalance.delay.ms", "0");

        // After a kill the old registration must time out before the broker may serve again: by default that takes 9 s.
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");

        // What somebody left under way when he was lost is looked for every ten seconds by default.
        p.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

        // The default of 128 MiB is taken from the heap at once.
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");

        // History has old timestamps and must not be deleted for them; a stack left alone for weeks keeps its place.
        p.setProperty("log.retention.ms", "-1");
        p.setProperty("offsets.retention.minutes", Integer.toString(10 * 365 * 24 * 60));
        return p;
    }
}
