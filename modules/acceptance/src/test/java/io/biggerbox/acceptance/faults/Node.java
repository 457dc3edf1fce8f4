package io.biggerbox.acceptance.faults;

import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.devstack.EmbeddedBroker;
import io.biggerbox.devstack.EmbeddedRegistry;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.service.ServiceSettings;
import io.biggerbox.service.lifecycle.StopSignal;
import io.biggerbox.text.FastReader;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What runs in the child processes: one broker, one registry, or one instance of the applications. */
final class Node {

    /** Printed when it serves. */
    static final String READY = "Ready.";

    private static final Duration TIME_TO_START = Duration.ofMinutes(5);

    /**
     * Production's, but four times as patient with partitions that fall silent. While history is read, one that is silent
     * for 30 seconds holds nobody up any more, and what it brings after that is late; JVMs that start side by side on
     * a small machine are away for longer than that.
     */
    private static final TopologySettings PATIENT = TopologySettings.DEFAULTS.with(
            change -> change.idleAfter(TopologySettings.DEFAULTS.idleAfter().multipliedBy(4)));

    private Node() {}

    public static void main(String[] args) throws Exception {
        try (StopSignal stop = StopSignal.listen();
                AutoCloseable node = start(args)) {
            System.out.println(READY + " " + node.getClass().getSimpleName());
            stop.await();
        }
    }

    private static AutoCloseable start(String[] args) throws Exception {
        return switch (args[0]) {
            case "broker" -> {
                EmbeddedBroker broker = new EmbeddedBroker(Path.of(args[1]), Integer.parseInt(args[2]));
                broker.start();
                yield broker;
            }
            case "member" ->
                ClusterBroker.start(Path.of(args[1]), Integer.parseInt(args[2]), numbers(args[3]), numbers(args[4]));
            case "registry" -> {
                EmbeddedRegistry registry = new EmbeddedRegistry(args[1], Integer.parseInt(args[2]));
                registry.start();
                yield registry;
            }
            case "instance" ->
                instance(
                        args[1],
                        args[2],
                        Integer.parseInt(args[3]),
                        Short.parseShort(args[4]),
                        Path.of(args[5]),
                        Path.of(args[6]));
            default -> throw new IllegalArgumentException(args[0]);
        };
    }

    private static List<Integer> numbers(String list) {
        return Stream.of(list.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static BiggerBoxService instance(
            String brokers, String registry, int partitions, short replication, Path state, Path taxonomy)
            throws InterruptedException {
        BiggerBoxService service = BiggerBoxService.start(
                new ServiceSettings(
                        brokers,
                        WireSettings.of(registry),
                        partitions,
                        replication,
                        state,
                        EnumSet.of(Application.CLASSIFY, Application.MEASURE, Application.DETECT),
                        GroupProtocol.CLASSIC,
                        Themes.read(taxonomy),
                        SettingsBook.of(DetectionSettings.DEFAULTS),
                        PATIENT,
                        Map.of()),
                FastReader::create,
                Clock.systemUTC());
        if (!service.awaitRunning(TIME_TO_START)) {
            throw new IllegalStateException("does not get going: " + service.states());
        }
        return service;
    }
}
