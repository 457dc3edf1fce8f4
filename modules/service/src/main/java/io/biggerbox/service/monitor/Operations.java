package io.biggerbox.service.monitor;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All that operations need of a running process: it is watched, and its state can be asked for over HTTP. */
public final class Operations implements AutoCloseable {

    private final PrometheusMeterRegistry registry;
    private final List<AutoCloseable> binders;
    private final Monitor monitor;
    private final HealthServer server;

    private Operations(
            PrometheusMeterRegistry registry, List<AutoCloseable> binders, Monitor monitor, HealthServer server) {
        this.registry = registry;
        this.binders = binders;
        this.monitor = monitor;
        this.server = server;
    }

    /**
     * Starts watching and answering.
     *
     * @param subject what is watched
     * @param address where to answer; port 0 takes a free one
     * @throws IOException if the port is taken
     */
    public static Operations start(Subject subject, InetSocketAddress address) throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<AutoCloseable> binders = new ArrayList<>();
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new DiskSpaceMetrics(subject.stateDirectory().toFile()).bindTo(registry);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(registry);
        binders.add(collections);
        subject.applications().values().forEach(watched -> {
            KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(watched.streams());
            metrics.bindTo(registry);
            binders.add(metrics);
        });
        Monitor monitor = Monitor.start(subject, Clock.systemUTC(), new Meters(registry));
        try {
            return new Operations(
                    registry,
                    binders,
                    monitor,
                    HealthServer.start(address, monitor::probe, monitor::report, registry::scrape));
        } catch (IOException e) {
            monitor.close();
            throw e;
        }
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** How everything is. */
    public StatusReport report() {
        return monitor.report();
    }

    @Override
    public void close() {
        server.close();
        monitor.close();
        for (AutoCloseable binder : binders) {
            close(binder);
        }
        registry.close();
    }

    private static void close(AutoCloseable binder) {
        try {
            binder.close();
        } catch (Exception e) {
            throw new IllegalStateException("a metrics binder did not close", e);
        }
    }
}
