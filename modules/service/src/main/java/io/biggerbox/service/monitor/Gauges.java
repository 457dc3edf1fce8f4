package io.biggerbox.service.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.streams.KafkaStreams;

/** The figures of a {@link StatusReport} as gauges. Their names are a contract: rules and dashboards are written for them. */
public final class Gauges implements Consumer<StatusReport> {

    private static final String APPLICATION = "application";

    private final MultiGauge info;
    private final MultiGauge health;
    private final MultiGauge states;
    private final MultiGauge lagRecords;
    private final MultiGauge lagSeconds;
    private final MultiGauge processed;
    private final MultiGauge dropped;
    private final MultiGauge latency;
    private final MultiGauge restoring;
    private final MultiGauge storeBytes;
    private final MultiGauge storeEntries;
    private final MultiGauge deadLetters;
    private final MultiGauge openDeadLetters;
    private final MultiGauge alerts;

    /** @param registry where they are registered */
    public Gauges(MeterRegistry registry) {
        info = gauge(registry, "biggerbox.info", "Always 1; its labels are the versions in force");
        health = gauge(registry, "biggerbox.health", "1 when the process is live, or ready, else 0");
        states = gauge(registry, "biggerbox.application.state", "1 for the state that the application is in");
        lagRecords = gauge(registry, "biggerbox.lag.records", "Records that an application has yet to process");
        lagSeconds = gauge(registry, "biggerbox.lag.seconds", "How long the oldest of them has been waiting");
        processed = gauge(registry, "biggerbox.processed.records", "Records processed since the start");
        dropped = gauge(registry, "biggerbox.dropped.records", "Dead letters and late records since the start");
        latency =
                gauge(registry, "biggerbox.latency.max.seconds", "Longest time from arrival to result since the start");
        restoring = gauge(registry, "biggerbox.restoring.records", "Records that stores have yet to read back");
        storeBytes = gauge(registry, "biggerbox.store.bytes", "Size of a store on disk");
        storeEntries = gauge(registry, "biggerbox.store.entries", "Entries of a store, estimated");
        deadLetters = gauge(registry, "biggerbox.dead.letters", "Dead letters that are kept");
        openDeadLetters = gauge(registry, "biggerbox.dead.letters.open", "Those about which nothing has been done");
        alerts = gauge(registry, "biggerbox.alerts", "Alerts by state and team");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    @Override
    public void accept(StatusReport report) {
        set(info, List.of(row(1, "version", report.version(), "model", report.model(), "taxonomy", report.taxonomy())));
        set(health, List.of(row(one(report.live()), "probe", "live"), row(one(report.ready()), "probe", "ready")));
        set(states, states(report));
        set(lagRecords, backlog(report, backlog -> (double) backlog.records()));
        set(lagSeconds, backlog(report, Backlog::seconds));
        set(processed, perApplication(report, ApplicationStatus::processed));
        set(dropped, perApplication(report, ApplicationStatus::dropped));
        set(latency, perApplication(report, ApplicationStatus::latencySeconds));
        set(restoring, perApplication(report, status -> (double) status.restoring()));
        set(storeBytes, perStore(report, true));
        set(storeEntries, perStore(report, false));
        set(
                deadLetters,
                report.deadLetters().stream()
                        .map(count -> row(
                                (double) count.count(),
                                "topic",
                                count.of().topic(),
                                APPLICATION,
                                count.of().application(),
                                "exception",
                                count.of().exception()))
                        .toList());
        set(openDeadLetters, List.of(row((double) report.openDeadLetters())));
        set(
                alerts,
                report.alerts().stream()
                        .map(count -> row(
                                (double) count.count(),
                                "state",
                                count.of().state(),
                                "team",
                                count.of().team()))
                        .toList());
    }

    private static List<Row<Number>> states(StatusReport report) {
        List<Row<Number>> rows = new ArrayList<>();
        report.applications().forEach((id, status) -> {
            for (KafkaStreams.State state : KafkaStreams.State.values()) {
                rows.add(row(one(state.name().equals(status.state())), APPLICATION, id, "state", state.name()));
            }
        });
        return rows;
    }

    private static List<Row<Number>> backlog(StatusReport report, ToDoubleFunction<Backlog> figure) {
        List<Row<Number>> rows = new ArrayList<>();
        report.applications().forEach((id, status) -> status.backlog()
                .forEach((topic, backlog) ->
                        rows.add(row(figure.applyAsDouble(backlog), APPLICATION, id, "topic", topic))));
        return rows;
    }

    private static List<Row<Number>> perApplication(StatusReport report, ToDoubleFunction<ApplicationStatus> figure) {
        List<Row<Number>> rows = new ArrayList<>();
        report.applications().forEach((id, status) -> rows.add(row(figure.applyAsDouble(status), APPLICATION, id)));
        return rows;
    }

    private static List<Row<Number>> perStore(StatusReport report, boolean bytes) {
        List<Row<Number>> rows = new ArrayList<>();
        report.applications().forEach((id, status) -> {
            Map<String, Double> figures = bytes ? status.storeBytes() : status.storeEntries();
            figures.forEach((store, figure) -> rows.add(row(figure, APPLICATION, id, "store", store)));
        });
        return rows;
    }

    private static Row<Number> row(double figure, String... tags) {
        return Row.of(Tags.of(tags), figure);
    }

    private static double one(boolean is) {
        return is ? 1 : 0;
    }

    private static void set(MultiGauge gauge, List<Row<Number>> rows) {
        gauge.register(rows, true);
    }
}
