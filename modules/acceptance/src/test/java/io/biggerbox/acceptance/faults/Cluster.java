package io.biggerbox.acceptance.faults;

import io.biggerbox.acceptance.support.ChildProcess;
import io.biggerbox.acceptance.support.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Broker, registry and instances of the applications, each in a process of its own. */
final class Cluster implements AutoCloseable {

    /** Partitions of every topic. */
    static final int PARTITIONS = 4;

    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final int BROKER_HEAP = 384;
    private static final int REGISTRY_HEAP = 96;
    private static final int INSTANCE_HEAP = 256;

    private final Path directory;
    private final Path taxonomy;
    private final List<Integer> brokerPorts;
    private final List<Integer> controllerPorts;
    private final ChildProcess[] brokers;
    private final int registryPort = freePort();
    private final @Nullable SmallDisk disk;
    private final @Nullable SkewedClock clock = SkewedClock.find();
    private final Map<String, ChildProcess> instances = new ConcurrentSkipListMap<>();
    private final Set<ChildProcess> serving = ConcurrentHashMap.newKeySet();
    private final List<ChildProcess> launched = new ArrayList<>();
    private boolean closed;
    private ChildProcess registry;

    private Cluster(Path directory, int brokerCount) throws IOException, InterruptedException {
        this.directory = directory;
        taxonomy = Themes.write(directory);
        disk = SmallDisk.mount(Files.createDirectory(directory.resolve("small-disk")));
        brokerPorts = freePorts(brokerCount);
        controllerPorts = freePorts(brokerCount);
        brokers = new ChildProcess[brokerCount];
        for (int number = 0; number < brokerCount; number++) {
            brokers[number] = launchBroker(number);
        }
        for (ChildProcess broker : brokers) {
            awaitReady(broker);
        }
        registry = launch(REGISTRY_HEAP, Map.of(), "registry", bootstrapServers(), String.valueOf(registryPort));
        awaitReady(registry);
    }

    private ChildProcess launchBroker(int number) throws IOException {
        Path data = directory.resolve("stack-" + number);
        if (brokerPorts.size() == 1) {
            return launch(BROKER_HEAP, Map.of(), "broker", data.toString(), String.valueOf(brokerPorts.get(0)));
        }
        return launch(
                BROKER_HEAP,
                Map.of(),
                "member",
                data.toString(),
                String.valueOf(number + 1),
                join(brokerPorts),
                join(controllerPorts));
    }

    private static String join(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Starts one broker or three, a registry, and instances {@code a} and {@code b}. */
    static Cluster start(Path directory, int brokerCount) throws IOException, InterruptedException {
        Cluster cluster = new Cluster(directory, brokerCount);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::abandon, "abandon"));
        try {
            cluster.startInstance("a");
            cluster.awaitReady();
            cluster.startInstance("b");
            cluster.awaitReady();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    String bootstrapServers() {
        return brokerPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    Path taxonomy() {
        return taxonomy;
    }

    /** Names of the instances that should be running. */
    List<String> instances() {
        return List.copyOf(instances.keySet());
    }

    ChildProcess instance(String name) {
        return Objects.requireNonNull(instances.get(name), name);
    }

    int brokers() {
        return brokers.length;
    }

    ChildProcess broker(int number) {
        return brokers[number];
    }

    ChildProcess registry() {
        return registry;
    }

    /** The volume that holds the state of instance {@code b}; null where this machine allows none. */
    @Nullable
    SmallDisk disk() {
        return disk;
    }

    /** What makes a process' clock wrong; null where that cannot be done. */
    @Nullable
    SkewedClock clock() {
        return clock;
    }

    /** Starts an instance on the state that one of this name left behind. */
    void startInstance(String name) throws IOException {
        startInstance(name, Map.of());
    }

    /** The same with a clock that is so much ahead of the others, or behind; it stays so until the next start. */
    void startInstance(String name, Duration ahead) throws IOException {
        startInstance(name, Objects.requireNonNull(clock).ahead(ahead));
    }

    private void startInstance(String name, Map<String, String> environment) throws IOException {
        Path state = name.equals("b") && disk != null
                ? disk.directory().resolve("state")
                : directory.resolve("state-" + name);
        instances.put(
                name,
                launch(
                        INSTANCE_HEAP,
                        environment,
                        "instance",
                        bootstrapServers(),
                        registryUrl(),
                        String.valueOf(PARTITIONS),
                        String.valueOf(brokers.length),
                        state.toString(),
                        taxonomy.toString()));
    }

    /** Ends an instance in order; it is not expected to be there any more. */
    void removeInstance(String name) throws InterruptedException {
        ChildProcess leaving = instance(name);
        instances.remove(name);
        leaving.stop();
    }

    /** Starts a broker on its data, and waits until it serves. */
    void startBroker(int number) throws IOException {
        brokers[number] = launchBroker(number);
        awaitReady(brokers[number]);
    }

    /** Starts the registry. */
    void startRegistry() throws IOException {
        registry = launch(REGISTRY_HEAP, Map.of(), "registry", bootstrapServers(), String.valueOf(registryPort));
    }

    /** Whether every process that should be there serves. */
    boolean isReady() {
        List<ChildProcess> all = new ArrayList<>(instances.values());
        all.addAll(List.of(brokers));
        all.add(registry);
        return all.stream().allMatch(this::isReady);
    }

    private boolean isReady(ChildProcess child) {
        if (!serving.contains(child) && child.output().contains(Node.READY)) {
            serving.add(child);
        }
        return child.isAlive() && serving.contains(child);
    }

    /**
     * Instances that have ended without being asked to, as a supervisor would see them; each is started again.
     *
     * @return what their last words were, by name
     */
    Map<String, String> restartFallen() throws IOException {
        Map<String, String> fallen = new TreeMap<>();
        for (String name : instances()) {
            ChildProcess child = instance(name);
            if (!child.isAlive()) {
                fallen.put(name, child.output());
                startInstance(name);
            }
        }
        return fallen;
    }

    private void awaitReady() {
        instances.values().forEach(Cluster::awaitReady);
    }

    private static void awaitReady(ChildProcess child) {
        Awaitility.await("process serves")
                .atMost(TIME_TO_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!child.isAlive()) {
                        throw new IllegalStateException("a process ended while it started:\n" + child.output());
                    }
                    return child.output().contains(Node.READY);
                });
    }

    private synchronized ChildProcess launch(int heap, Map<String, String> environment, String... args)
            throws IOException {
        if (closed) {
            throw new IllegalStateException("nothing is started any more");
        }
        ChildProcess child = ChildProcess.start(Node.class, directory, heap, List.of(args), environment);
        launched.add(child);
        return child;
    }

    private static List<Integer> freePorts(int count) {
        return Stream.generate(Cluster::freePort).distinct().limit(count).toList();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever is stopped in the middle leaves no process and no volume behind. */
    private void abandon() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        for (ChildProcess child : launched) {
            child.kill();
        }
        if (disk != null) {
            disk.close();
        }
    }
}
