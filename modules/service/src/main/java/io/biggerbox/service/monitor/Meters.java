package io.biggerbox.service.monitor;

import io.biggerbox.service.monitor.StatusReport.Pain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What the monitor sees, as metrics. Their names are a contract: the rules and the dashboard under {@code deploy/} are
 * written for them, and operations may have their own.
 */
final class Meters implements Monitor.Listener {

    private static final String APPLICATION = "application";
    private static final String TOPIC = "topic";
    private static final String STORE = "store";
    private static final String STATE = "state";

    /** Bounds of the histogram of alert latencies: the promise is one second, and an import takes minutes. */
    private static final Duration[] LATENCIES = Stream.of(50, 100, 250, 500, 750, 1_000, 2_000, 5_000, 15_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final Timer alertLatency;

    /** @param registry where they are registered */
    Meters(MeterRegistry registry) {
        this.registry = registry;
        alertLatency = Timer.builder("biggerbox.alert.latency")
                .description("From the arrival of the event that completes an alert until it can be read")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    @Override
    public void alerted(Duration latency) {
        alertLatency.record(latency);
    }

    @Override
    public void looked(StatusReport report) {
        process(report);
        work(report);
        stores(report);
        outcome(report);
    }

    /** What runs, and whether it is well. */
    private void process(StatusReport report) {
        gauge(
                "biggerbox.info",
                "Always 1; its labels are the versions: taxonomy is the newest on its topic",
                List.of(row(1, "version", report.version(), "model", report.model(), "taxonomy", report.taxonomy())));
        gauge(
                "biggerbox.taxonomy.in.force",
                "Always 1; the taxonomy that an application works with",
                report.applications().entrySet().stream()
                        .filter(entry -> !entry.getValue().taxonomy().isEmpty())
                        .map(entry -> row(
                                1,
                                APPLICATION,
                                entry.getKey(),
                                "taxonomy",
                                entry.getValue().taxonomy()))
                        .toList());
        gauge(
                "biggerbox.health",
                "1 when the process is live, or ready, else 0",
                List.of(row(one(report.live()), "probe", "live"), row(one(report.ready()), "probe", "ready")));
        gauge(
                "biggerbox.reachable",
                "1 when brokers and registry answered the last time they were asked, else 0",
                List.of(
                        row(one(report.brokersAnswer()), "service", "brokers"),
                        row(one(report.registryAnswers()), "service", "registry")));
        List<Row<Number>> states = new ArrayList<>();
        report.applications().forEach((id, status) -> {
            for (KafkaStreams.State state : KafkaStreams.State.values()) {
                states.add(row(one(state.name().equals(status.state())), APPLICATION, id, STATE, state.name()));
            }
        });
        gauge("biggerbox.application.state", "1 for the state that the application is in", states);
        report.applications()
                .forEach((id, status) -> count(
                        "biggerbox.thread.restarts",
                        "Stream threads that died and were replaced",
                        (double) status.threadRestarts(),
                        APPLICATION,
                        id));
    }

    /** What is to be done, is done, and is not done. */
    private void work(StatusReport report) {
        gauge(
                "biggerbox.lag.records",
                "Records that an application has yet to process",
                labelled(report, TOPIC, ApplicationStatus::backlog, backlog -> (double) backlog.records()));
        gauge(
                "biggerbox.lag.arrival.seconds",
                "How long the oldest of them has been waiting",
                labelled(report, TOPIC, ApplicationStatus::backlog, Backlog::seconds));
        gauge(
                "biggerbox.lag.event.seconds",
                "Event time from the oldest of them to the newest on the topic",
                labelled(report, TOPIC, ApplicationStatus::backlog, Backlog::eventSeconds));
        gauge(
                "biggerbox.record.latency.max.seconds",
                "Longest time from the arrival of an event to a result, of about the last minute",
                perApplication(report, ApplicationStatus::latencySeconds));
        report.applications().forEach((id, status) -> {
            count("biggerbox.processed.records", "Records processed", status.processed(), APPLICATION, id);
            count(
                    "biggerbox.late.records",
                    "Complaints too late to raise anything (detect), changes of final rows (measure)",
                    status.late(),
                    APPLICATION,
                    id);
            status.dropped()
                    .forEach((reason, dropped) -> count(
                            "biggerbox.dropped.records",
                            "Records given up: dead letters, repeated deliveries, what erased customers said",
                            dropped,
                            APPLICATION,
                            id,
                            "reason",
                            reason));
        });
    }

    private void stores(StatusReport report) {
        gauge(
                "biggerbox.restoring.records",
                "Records that stores have yet to read back",
                perApplication(report, status -> (double) status.restoring()));
        gauge(
                "biggerbox.store.bytes",
                "Size of a store on disk",
                labelled(report, STORE, ApplicationStatus::storeBytes, Double::doubleValue));
        gauge(
                "biggerbox.store.entries",
                "Entries of a store, estimated",
                labelled(report, STORE, ApplicationStatus::storeEntries, Double::doubleValue));
    }

    /** What came of it. */
    private void outcome(StatusReport report) {
        gauge(
                "biggerbox.dead.letters",
                "Dead letters that are kept",
                report.deadLetters().stream()
                        .map(letters -> row(
                                (double) letters.count(),
                                TOPIC,
                                letters.of().topic(),
                                APPLICATION,
                                letters.of().application(),
                                "exception",
                                letters.of().exception()))
                        .toList());
        gauge("biggerbox.dead.letters.open", "Those about which nothing has been done", List.of(row((double)
                report.openDeadLetters())));
        gauge(
                "biggerbox.alerts",
                "Alerts by state and team",
                report.alerts().stream()
                        .map(alerts -> row(
                                (double) alerts.count(),
                                STATE,
                                alerts.of().state(),
                                "team",
                                alerts.of().team()))
                        .toList());
        Pain pain = report.pain();
        count("biggerbox.pain.sentences", "Painful sentences", pain.sentences());
        count("biggerbox.unlabelled.pain.sentences", "Painful sentences that no theme claims", pain.unlabelled());
        gauge(
                "biggerbox.unlabelled.pain.ratio",
                "Share of painful sentences that no theme claims, since the start of the process",
                pain.sentences() > 0 ? List.of(row(pain.unlabelled() / pain.sentences())) : List.of());
        gauge(
                "biggerbox.silent.products",
                "Products from which much longer nothing has come than usual",
                List.of(row(report.sources().silentProducts())));
        gauge(
                "biggerbox.shared.customer.ids",
                "Customer ids that many people seem to share",
                List.of(row(report.sources().sharedCustomerIds())));
    }

    private static List<Row<Number>> perApplication(StatusReport report, ToDoubleFunction<ApplicationStatus> figure) {
        List<Row<Number>> rows = new ArrayList<>();
        report.applications().forEach((id, status) -> rows.add(row(figure.applyAsDouble(status), APPLICATION, id)));
        return rows;
    }

    private static <T> List<Row<Number>> labelled(
            StatusReport report,
            String label,
            Function<ApplicationStatus, Map<String, T>> figures,
            ToDoubleFunction<T> figure) {
        List<Row<Number>> rows = new ArrayList<>();
        report.applications().forEach((id, status) -> figures.apply(status)
                .forEach((name, value) -> rows.add(row(figure.applyAsDouble(value), APPLICATION, id, label, name))));
        return rows;
    }

    private static Row<Number> row(double figure, String... tags) {
        return Row.of(Tags.of(tags), figure);
    }

    private static double one(boolean is) {
        return is ? 1 : 0;
    }

    private void gauge(String name, String description, List<Row<Number>> rows) {
        gauges.computeIfAbsent(
                        name,
                        key -> MultiGauge.builder(key).description(description).register(registry))
                .register(rows, true);
    }

    /** Brings a counter up to {@code figure}, which never falls. */
    private void count(String name, String description, double figure, String... tags) {
        Counter counter =
                Counter.builder(name).description(description).tags(tags).register(registry);
        counter.increment(Math.max(0, figure - counter.count()));
    }
}
