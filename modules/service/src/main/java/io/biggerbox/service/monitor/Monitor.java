package io.biggerbox.service.monitor;

import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.topologies.Application;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything every few seconds, on a thread of its own with clients of its own: an application that hangs, or a
 * broker that is away, must not keep anybody from being told so. {@link #report} answers at once.
 */
public final class Monitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Subject subject;
    private final Clock clock;
    private final Consumer<StatusReport> listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Written by the monitor's thread only. */
    private volatile Outlook outlook;

    /**
     * What is looked at.
     *
     * @param applications that run in this process
     * @param restores what each of them has yet to restore
     * @param client bootstrap servers and security
     * @param topics the public topics
     * @param registry asked whether it answers
     * @param version of the program
     * @param model version of the reader's model
     */
    public record Subject(
            Map<Application, KafkaStreams> applications,
            Map<Application, RestoreWatch> restores,
            Map<String, Object> client,
            Topics topics,
            RegistryConnection registry,
            String version,
            String model) {

        public Subject {
            applications = new EnumMap<>(applications);
            restores = new EnumMap<>(restores);
            client = Map.copyOf(client);
        }
    }

    private Monitor(Subject subject, Clock clock, Consumer<StatusReport> listener) {
        this.subject = subject;
        this.clock = clock;
        this.listener = listener;
        outlook = Outlook.none(clock.instant());
        thread = new Thread(this::watch, "biggerbox-monitor");
        thread.setDaemon(true);
    }

    /**
     * Starts looking.
     *
     * @param listener told of every report, on the monitor's thread
     */
    public static Monitor start(Subject subject, Clock clock, Consumer<StatusReport> listener) {
        Monitor monitor = new Monitor(subject, clock, listener);
        monitor.thread.start();
        return monitor;
    }

    private void watch() {
        try (Lookout lookout = new Lookout(
                subject.client(),
                subject.topics(),
                subject.registry(),
                subject.applications().keySet(),
                clock)) {
            do {
                outlook = lookout.look(outlook);
                listener.accept(report());
            } while (!closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The monitor has stopped; the applications go on, and what is told of them grows old", e);
        }
    }

    /** Whether the process lives and works. Cheap, unlike a report: probes ask often. */
    public Probe probe() {
        List<String> problems = new ArrayList<>();
        boolean live = true;
        for (Map.Entry<Application, KafkaStreams> entry : subject.applications().entrySet()) {
            KafkaStreams.State state = entry.getValue().state();
            if (state.hasStartedOrFinishedShuttingDown()) {
                live = false;
                problems.add(entry.getKey().id() + " has stopped for good: see the log, and start the process again");
            } else if (state != KafkaStreams.State.RUNNING) {
                problems.add(entry.getKey().id() + " is " + state + ": wait");
            }
        }
        problems.addAll(outlook.problems());
        return new Probe(live, problems);
    }

    /** How everything is. The states of the applications are of this moment, the rest is some seconds old. */
    public StatusReport report() {
        Outlook seen = outlook;
        Probe probe = probe();
        Map<String, ApplicationStatus> applications = new TreeMap<>();
        subject.applications()
                .forEach((application, streams) ->
                        applications.put(application.id(), status(application, streams, seen)));
        return new StatusReport(
                seen.at(),
                probe.live(),
                probe.ready(),
                probe.problems(),
                subject.version(),
                subject.model(),
                seen.taxonomy(),
                applications,
                seen.deadLetters(),
                seen.openDeadLetters(),
                seen.alerts());
    }

    private ApplicationStatus status(Application application, KafkaStreams streams, Outlook seen) {
        StreamsFigures figures = new StreamsFigures(streams);
        RestoreWatch restore = subject.restores().get(application);
        return new ApplicationStatus(
                streams.state().name(),
                seen.backlogs().getOrDefault(application, Map.of()),
                figures.processed(),
                figures.dropped(),
                figures.longestLatencySeconds(),
                restore == null ? 0 : restore.remaining(),
                figures.storeBytes(),
                figures.storeEntries());
    }

    /** Stops looking. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TIME_TO_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
