package io.biggerbox.acceptance.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One of several brokers, each with a vote in the controllers' quorum, as a small installation runs them. */
final class ClusterBroker implements AutoCloseable {

    private static final String CLUSTER_ID = "Ym94LWJpZ2dlci1ib3gtMw";
    private static final String COPIES = "3";
    private static final String COPIES_IN_SYNC = "2";

    private final KafkaRaftServer server;

    private ClusterBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts one and waits until clients can write; a quorum of the others must be starting too.
     *
     * @param directory of its data
     * @param node its number, from 1
     * @param ports of all brokers, in the order of their numbers
     * @param controllerPorts of all controllers, likewise
     */
    static ClusterBroker start(Path directory, int node, List<Integer> ports, List<Integer> controllerPorts)
            throws Exception {
        Files.createDirectories(directory);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false)) {
            new Formatter()
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(node)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .setPrintStream(nowhere)
                    .run();
        }
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(directory, node, ports, controllerPorts), false), Time.SYSTEM);
        server.startup();
        return new ClusterBroker(server);
    }

    private static Properties settings(Path directory, int node, List<Integer> ports, List<Integer> controllerPorts) {
        String clients = "PLAINTEXT://127.0.0.1:" + ports.get(node - 1);
        Properties p = new Properties();
        p.setProperty("node.id", String.valueOf(node));
        p.setProperty("process.roles", "broker,controller");
        p.setProperty(
                "controller.quorum.voters",
                IntStream.range(0, controllerPorts.size())
                        .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllerPorts.get(i))
                        .collect(Collectors.joining(",")));
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("listeners", clients + ",CONTROLLER://127.0.0.1:" + controllerPorts.get(node - 1));
        p.setProperty("advertised.listeners", clients);
        p.setProperty("log.dirs", directory.toString());
        p.setProperty("default.replication.factor", COPIES);
        p.setProperty("min.insync.replicas", COPIES_IN_SYNC);
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            p.setProperty(internal + ".replication.factor", COPIES);
            p.setProperty(internal + ".num.partitions", "4");
        }
        p.setProperty("transaction.state.log.min.isr", COPIES_IN_SYNC);
        p.setProperty("share.coordinator.state.topic.min.isr", COPIES_IN_SYNC);
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        p.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        p.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "2");
        p.setProperty("log.retention.ms", "-1");
        return p;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
