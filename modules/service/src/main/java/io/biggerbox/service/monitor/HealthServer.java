package io.biggerbox.service.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers orchestrators and Prometheus: {@code /live} and {@code /ready} with 200 or 503, {@code /metrics} in Prometheus'
 * text format, {@code /status} as JSON.
 */
public final class HealthServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_ALLOWED = 405;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    /** The format that every Prometheus reads. */
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;

    private HealthServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** What is answered, and how. */
    private record Answer(int code, String type, String body) {}

    /**
     * Starts it.
     *
     * @param address where to listen; port 0 takes a free one
     * @param probe whether the process lives and works
     * @param report how everything is
     * @param scrape the metrics
     * @throws IOException if the port is taken
     */
    public static HealthServer start(
            InetSocketAddress address, Supplier<Probe> probe, Supplier<StatusReport> report, Supplier<String> scrape)
            throws IOException {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        HttpServer server = HttpServer.create(address, 0);
        // two, so that a scrape that takes long does not keep a probe waiting
        ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "biggerbox-health");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        route(server, "/live", () -> {
            Probe now = probe.get();
            return now.live() ? new Answer(OK, TEXT, "live\n") : problems(now);
        });
        route(server, "/ready", () -> {
            Probe now = probe.get();
            return now.ready() ? new Answer(OK, TEXT, "ready\n") : problems(now);
        });
        route(server, "/metrics", () -> new Answer(OK, METRICS, scrape.get()));
        route(server, "/status", () -> new Answer(OK, JSON, mapper.writeValueAsString(report.get())));
        server.start();
        return new HealthServer(server, threads);
    }

    private static Answer problems(Probe probe) {
        return new Answer(UNAVAILABLE, TEXT, String.join("\n", probe.problems()) + "\n");
    }

    /** Makes an answer. */
    @FunctionalInterface
    private interface Route {
        Answer answer() throws IOException;
    }

    private static void route(HttpServer server, String path, Route route) {
        server.createContext(path, exchange -> {
            try (exchange) {
                boolean get = exchange.getRequestMethod().equals("GET");
                send(exchange, get ? route.answer() : new Answer(NOT_ALLOWED, TEXT, "only GET\n"));
            }
        });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.code(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
