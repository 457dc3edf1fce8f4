package io.biggerbox.service.monitor;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.service.monitor.StatusReport.Pain;
import io.biggerbox.service.monitor.StatusReport.Sources;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.figures.Figure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private final Listener listener;
    private final Map<Application, StreamsFigures> figures = new EnumMap<>(Application.class);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final TopicTail tail;
    private final Thread thread;

    /** Written by the monitor's thread only. */
    private volatile Outlook outlook;

    /** Told of what the monitor sees, on threads of the monitor. */
    public interface Listener {

        /** Everything has been looked at. */
        void looked(StatusReport report);

        /** An alert that an event completed can be read. */
        void alerted(Duration latency);
    }

    private Monitor(Subject subject, Clock clock, Listener listener) {
        this.subject = subject;
        this.clock = clock;
        this.listener = listener;
        subject.applications()
                .forEach((application, watched) -> figures.put(application, new StreamsFigures(watched.streams())));
        outlook = Outlook.none(clock.instant());
        tail = new TopicTail(subject.client(), subject.topics(), this::time);
        thread = new Thread(this::watch, "biggerbox-monitor");
        thread.setDaemon(true);
    }

    /** Starts looking. */
    public static Monitor start(Subject subject, Clock clock, Listener listener) {
        Monitor monitor = new Monitor(subject, clock, listener);
        monitor.tail.start();
        monitor.thread.start();
        return monitor;
    }

    private void time(ProcessChangeAlert alert) {
        Duration latency = subject.alertLatency().committed(alert.getAlertId(), alert.getRevision(), clock.millis());
        if (latency != null) {
            listener.alerted(latency);
        }
    }

    private void watch() {
        try (Lookout lookout = new Lookout(subject, clock)) {
            do {
                outlook = lookout.look(outlook);
                listener.looked(report());
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
        for (Map.Entry<Application, Subject.Watched> entry :
                subject.applications().entrySet()) {
            KafkaStreams.State state = entry.getValue().streams().state();
            if (state.hasStartedOrFinishedShuttingDown()) {
                live = false;
                problems.add(entry.getKey().id() + " has stopped for good: see the log, and start the process again");
            } else if (state != KafkaStreams.State.RUNNING) {
                problems.add(entry.getKey().id() + " is " + state + ": wait");
            }
        }
        problems.addAll(outlook.problems());
        String unfollowed = tail.problem();
        if (unfollowed != null) {
            problems.add(unfollowed);
        }
        return new Probe(live, problems);
    }

    /** How everything is. The states of the applications are of this moment, the rest is some seconds old. */
    public StatusReport report() {
        Outlook seen = outlook;
        Probe probe = probe();
        TopicFigures topics = tail.figures();
        Map<Figure, Double> sums = new EnumMap<>(Figure.class);
        Map<String, ApplicationStatus> applications = new TreeMap<>();
        subject.applications().forEach((application, watched) -> {
            StreamsFigures.Reading reading =
                    Objects.requireNonNull(figures.get(application)).read();
            reading.figures().forEach((name, value) -> sums.merge(name, value, Double::sum));
            applications.put(application.id(), status(application, watched, reading, seen));
        });
        return new StatusReport(
                seen.at(),
                probe.live(),
                probe.ready(),
                probe.problems(),
                seen.brokersAnswer(),
                seen.registryAnswers(),
                subject.version(),
                subject.model(),
                topics.taxonomy(),
                applications,
                subject.alertLatency().summary(),
                new Pain(of(sums, Figure.PAIN_SENTENCES), of(sums, Figure.UNLABELLED_PAIN_SENTENCES)),
                new Sources(of(sums, Figure.SILENT_PRODUCTS), of(sums, Figure.SHARED_CUSTOMER_IDS)),
                topics.letters(),
                topics.openLetters(),
                topics.alerts());
    }

    private static double of(Map<Figure, Double> sums, Figure figure) {
        return sums.getOrDefault(figure, 0.0);
    }

    private static ApplicationStatus status(
            Application application, Subject.Watched watched, StreamsFigures.Reading reading, Outlook seen) {
        Map<String, Double> dropped = new TreeMap<>();
        dropped.put("dead_letter", reading.deadLetters());
        if (application == Application.CLASSIFY) {
            dropped.put("repeated", reading.of(Figure.REPEATED_RECORDS));
            dropped.put("erased", reading.of(Figure.ERASED_RECORDS));
        }
        return new ApplicationStatus(
                watched.streams().state().name(),
                seen.taxonomies().getOrDefault(application, ""),
                seen.backlogs().getOrDefault(application, Map.of()),
                reading.processed(),
                dropped,
                reading.of(Figure.LATE_COMPLAINTS) + reading.of(Figure.LATE_ROW_CHANGES),
                reading.latencySeconds(),
                watched.restore().remaining(),
                watched.threadRestarts().getAsLong(),
                reading.storeBytes(),
                reading.storeEntries());
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
        tail.close();
    }
}
