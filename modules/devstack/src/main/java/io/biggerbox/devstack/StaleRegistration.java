package io.biggerbox.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;

/**
 * Lets the controller notice that the broker was killed, before the broker comes back.
 *
 * <p>After a kill the metadata still calls the broker the leader of its partitions. One that starts into that believes it: its
 * transaction coordinator loads what was committed and not yet marked, cannot reach itself, and when the registration is replaced
 * and the partitions are without a leader for a moment, Kafka 4.3.1 holds them for deleted and forgets the markers. The commit was
 * acknowledged, yet nobody who reads committed records ever gets past it. Once the old registration has expired there is no
 * leader to believe in: coordinators load when the new broker serves, and all markers are written.
 */
final class StaleRegistration {

    /** The registration expires 3 s after the controller is up; a busy machine needs longer. */
    private static final long PATIENCE_SECONDS = 60;

    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private StaleRegistration() {}

    /** Whether {@code logs} was left by a broker that did not stop in order. */
    static boolean maybeLeftIn(Path logs) {
        return Files.exists(logs.resolve("meta.properties")) && !Files.exists(logs.resolve(CLEAN_SHUTDOWN));
    }

    /**
     * Runs the controller alone until it counts the broker {@code node} as gone.
     *
     * @param config of a node that is nothing but a controller, over the same directory
     */
    static void expire(KafkaConfig config, int node, Logger log) throws Exception {
        long begin = System.nanoTime();
        var directories = KafkaRaftServer.initializeLogDirs(config, log, "");
        SharedServer shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
        try {
            controller.startup();
            Gone gone = new Gone(node);
            shared.loader().installPublishers(List.of(gone)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            gone.seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            log.info(
                    "The broker had not stopped in order; its registration expired after {} ms",
                    (System.nanoTime() - begin) / 1_000_000);
        } finally {
            controller.shutdown();
        }
    }

    /** Watches the metadata for the broker's registration to be fenced. */
    private static final class Gone implements MetadataPublisher {
        private final int node;
        private final CompletableFuture<Boolean> seen = new CompletableFuture<>();

        Gone(int node) {
            this.node = node;
        }

        @Override
        public String name() {
            return "StaleRegistration";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            BrokerRegistration registration = image.cluster().broker(node);
            if (registration == null || registration.fenced()) {
                seen.complete(true);
            }
        }
    }
}
