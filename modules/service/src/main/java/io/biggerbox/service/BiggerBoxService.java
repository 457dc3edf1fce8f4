package io.biggerbox.service;

import io.biggerbox.events.topics.SerdeFactory;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.TopicSpec;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.service.lifecycle.StateGuard;
import io.biggerbox.service.lifecycle.StateJournal;
import io.biggerbox.service.monitor.AlertLatency;
import io.biggerbox.service.monitor.RestoreWatch;
import io.biggerbox.service.monitor.Subject;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.StreamsProperties;
import io.biggerbox.topologies.TopologyFactory;
import io.biggerbox.topologies.stores.RocksDbMemory;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The applications of one process: makes sure of the topics, publishes the taxonomy, runs.
 *
 * <p>Thread-safe after {@link #start}.
 */
public final class BiggerBoxService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BiggerBoxService.class);

    /** For a reader that is only asked for its model: compiling themes would be work for nothing. */
    private static final Taxonomy NO_THEMES = new Taxonomy("none", "0", List.of());

    /** Shorter than the time-out of transactions, see StreamsProperties: what is under way is finished, not aborted. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(12);

    /**
     * Says goodbye to the group. By default members are missed until their session times out: others would take over
     * that much later, and nobody could tell that all have stopped.
     */
    private static final CloseOptions LEAVING = CloseOptions.timeout(TIME_TO_STOP)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);

    private final RegistryConnection registry;
    private final Topics topics;
    private final Map<String, Object> client;
    private final Path stateDirectory;
    private final String model;
    private final AlertLatency alertLatency;
    private final RocksDbMemory memory = new RocksDbMemory();
    private final Map<Application, Subject.Watched> running = new EnumMap<>(Application.class);

    private BiggerBoxService(
            RegistryConnection registry,
            Topics topics,
            Map<String, Object> client,
            Path stateDirectory,
            String model,
            AlertLatency alertLatency) {
        this.registry = registry;
        this.topics = topics;
        this.client = client;
        this.stateDirectory = stateDirectory;
        this.model = model;
        this.alertLatency = alertLatency;
    }

    /**
     * Starts the applications. Returns once they have been started; see {@link #awaitRunning}.
     *
     * @param settings what to run
     * @param readers makes a reader for a taxonomy; stays the caller's to close, after the service
     * @param clock stamps the taxonomy that is published
     * @throws TopicProblemsException if topics exist that are not as they must be
     * @throws RefusedException if there is state of an earlier run that does not fit
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    public static BiggerBoxService start(
            ServiceSettings settings, Function<Taxonomy, TextReader> readers, Clock clock) {
        String model = readers.apply(NO_THEMES).modelVersion();
        RegistryConnection registry = RegistryConnection.connect(settings.registry());
        BiggerBoxService service = new BiggerBoxService(
                registry,
                topics(settings.partitions(), registry),
                clientConfig(settings),
                settings.stateDirectory(),
                model,
                new AlertLatency());
        try {
            service.startAll(settings, readers, clock);
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
        return service;
    }

    private void startAll(ServiceSettings settings, Function<Taxonomy, TextReader> readers, Clock clock) {
        Set<String> teams = settings.taxonomy().themes().stream()
                .map(Theme::team)
                .filter(team -> !team.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        TopologyFactory factory = new TopologyFactory(
                topics,
                settings.topology().with(change -> change.teams(teams)),
                settings.taxonomy(),
                readers,
                new EventTimeRecurrenceEngine(settings.detection()),
                alertLatency);
        Map<Application, Properties> properties = new EnumMap<>(Application.class);
        Map<Application, Topology> topologies = new EnumMap<>(Application.class);
        for (Application application : settings.applications()) {
            Properties own =
                    properties(application, settings, topics.deadLetters().name());
            properties.put(application, own);
            topologies.put(application, factory.build(application, own));
        }
        try (Admin admin = Admin.create(client)) {
            List<TopicSpec> specs = new ArrayList<>(specs(topics, teams));
            specs.add(StateJournal.SPEC);
            new TopicAdmin(admin, settings.replication()).ensure(specs);
            StateGuard guard = new StateGuard(admin, client, settings.partitions());
            guard.check(topologies);
            guard.forgetStateBeforeReset(stateDirectory);
        }
        new TaxonomyPublisher(client, topics.taxonomy())
                .publishIfNew(TaxonomyRecords.toRecord(settings.taxonomy(), clock.instant()));
        topologies.forEach((application, topology) ->
                run(application, topology, Objects.requireNonNull(properties.get(application))));
    }

    /** The public topics over a registry. */
    public static Topics topics(int partitions, RegistryConnection registry) {
        return new Topics(partitions, new SerdeFactory() {
            @Override
            public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
                return new AvroSerde<>(registry, type);
            }
        });
    }

    /** Every topic of an installation with these teams. */
    public static List<TopicSpec> specs(Topics topics, Set<String> teams) {
        return Stream.concat(
                        topics.all().stream().map(Topic::spec),
                        new TreeSet<>(teams)
                                .stream().map(team -> topics.alertsOf(team).spec()))
                .toList();
    }

    private static Map<String, Object> clientConfig(ServiceSettings settings) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.keySet().removeIf(name -> !isSecurity(name));
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return config;
    }

    private static boolean isSecurity(String name) {
        return name.startsWith("security.") || name.startsWith("ssl.") || name.startsWith("sasl.");
    }

    private static Properties properties(Application application, ServiceSettings settings, String deadLetters) {
        Map<String, String> operator = new HashMap<>(
                settings.groups().settings(settings.stateDirectory().resolve(application.id())));
        operator.putAll(settings.kafka());
        operator.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        operator.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        operator.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, String.valueOf(settings.replication()));
        return StreamsProperties.of(application, deadLetters, operator);
    }

    private void run(Application application, Topology topology, Properties properties) {
        properties.put(RocksDbMemory.CONFIG, memory);
        KafkaStreams streams = new KafkaStreams(topology, properties);
        RestartPolicy restarts = new RestartPolicy(
                application.id(), System::currentTimeMillis, duration -> Thread.sleep(duration.toMillis()));
        streams.setUncaughtExceptionHandler(restarts);
        streams.setStateListener((now, before) -> LOG.info("{}: {} → {}", application.id(), before, now));
        RestoreWatch restore = new RestoreWatch();
        streams.setGlobalStateRestoreListener(restore);
        running.put(application, new Subject.Watched(streams, restore, restarts::restarts));
        streams.start();
    }

    /**
     * What a monitor looks at.
     *
     * @param version of the program
     */
    public Subject subject(String version) {
        return new Subject(running, alertLatency, client, topics, registry, stateDirectory, version, model);
    }

    /** State of each application. */
    public Map<Application, KafkaStreams.State> states() {
        Map<Application, KafkaStreams.State> states = new EnumMap<>(Application.class);
        running.forEach((application, watched) ->
                states.put(application, watched.streams().state()));
        return states;
    }

    /** True when every application is processing: restored, assigned, running. */
    public boolean isReady() {
        return states().values().stream().allMatch(state -> state == KafkaStreams.State.RUNNING);
    }

    /** False when an application has stopped for good. */
    public boolean isLive() {
        return states().values().stream().noneMatch(KafkaStreams.State::hasStartedOrFinishedShuttingDown);
    }

    /**
     * Waits until every application is processing.
     *
     * @return true when they are, false when the time is up or one has stopped for good
     */
    public boolean awaitRunning(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isReady()) {
            if (!isLive() || System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** Stops the applications within the transaction time-out. */
    @Override
    public void close() {
        AtomicBoolean stopped = new AtomicBoolean(true);
        List<Thread> closing = running.entrySet().stream()
                .map(entry -> {
                    Thread thread = new Thread(
                            () -> {
                                if (!entry.getValue().streams().close(LEAVING)) {
                                    stopped.set(false);
                                    LOG.warn(
                                            "{} did not stop within {}",
                                            entry.getKey().id(),
                                            TIME_TO_STOP);
                                }
                            },
                            "stop-" + entry.getKey().id());
                    thread.start();
                    return thread;
                })
                .toList();
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                stopped.set(false);
                Thread.currentThread().interrupt();
            }
        }
        if (stopped.get()) {
            // a thread that goes on may open a store once more
            memory.close();
        }
        registry.close();
    }
}
