package io.biggerbox.devstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry for Avro with Confluent's REST interface, in this JVM, on 127.0.0.1. Its state is the compacted topic
 * {@code _schemas} of a broker, in Confluent's layout; it answers a change only after the broker has acknowledged it. There must be
 * one registry per broker. Not there: references between schemas, schema types other than Avro, modes other than READWRITE,
 * contexts, authentication.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int MAX_BODY_BYTES = 512 * 1024;
    private static final int MAX_DISCARDED_BYTES = 4 * MAX_BODY_BYTES;
    private static final int THREADS = 32;
    private static final String MAX_REQUEST_SECONDS = "10";

    private final String bootstrapServers;
    private final int wantedPort;
    private final ObjectMapper mapper = new ObjectMapper();
    private @Nullable Running running;

    /** What a started registry holds. */
    private record Running(HttpServer http, ExecutorService threads, SchemaLog log) {}

    /**
     * Starts nothing yet.
     *
     * @param bootstrapServers the broker that keeps the state
     * @param port to listen on, or 0 for a free one
     */
    public EmbeddedRegistry(String bootstrapServers, int port) {
        this.bootstrapServers = bootstrapServers;
        this.wantedPort = Ports.requirePort("port", port);
    }

    /**
     * Reads the state from the broker and begins to answer.
     *
     * @throws PortInUseException if the port is taken
     * @throws DevStackException if the broker does not answer or its topic is unreadable
     */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("the registry runs already");
        }
        limitSlowRequests();
        HttpServer http;
        try {
            http = HttpServer.create(Ports.address(wantedPort), 0);
        } catch (IOException e) {
            throw new PortInUseException("schema registry", wantedPort, e);
        }
        SchemaLog log = null;
        try {
            long begin = System.nanoTime();
            log = new SchemaLog(bootstrapServers);
            RegistryRoutes routes = new RegistryRoutes(new RegistryService(log));
            ExecutorService threads = newThreads();
            http.setExecutor(threads);
            http.createContext("/", exchange -> handle(exchange, routes));
            http.start();
            running = new Running(http, threads, log);
            LOG.info("Registry ready on {} after {} ms", url(), (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException e) {
            http.stop(0);
            if (log != null) {
                log.close();
            }
            throw e;
        }
    }

    /** The base address, without a slash at its end. */
    public synchronized String url() {
        if (running == null) {
            throw new IllegalStateException("the registry does not run");
        }
        return "http://" + Ports.LOOPBACK + ":" + running.http().getAddress().getPort();
    }

    /** Stops; requests under way are cut off. Does nothing on a registry that does not run. */
    @Override
    public synchronized void close() {
        Running stopping = running;
        running = null;
        if (stopping != null) {
            stopping.http().stop(0);
            stopping.threads().shutdownNow();
            stopping.log().close();
        }
    }

    /**
     * The JDK's server waits for a request for ever, on one of its threads. Its limit can be set for the whole JVM only, and only
     * before the first such server; a choice that was made elsewhere stands.
     */
    private static void limitSlowRequests() {
        String limit = "sun.net.httpserver.maxReqTime";
        if (System.getProperty(limit) == null) {
            System.setProperty(limit, MAX_REQUEST_SECONDS);
        }
    }

    private static ExecutorService newThreads() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "registry-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private void handle(HttpExchange exchange, RegistryRoutes routes) throws IOException {
        try (exchange) {
            int status = 200;
            JsonNode answer;
            try {
                JsonNode body = body(exchange);
                answer = routes.answer(RegistryRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), body));
            } catch (RegistryError e) {
                if (e.status() >= 500) {
                    LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                }
                status = e.status();
                answer = error(e.code(), String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                status = 500;
                answer = error(500, "Internal Server Error");
            }
            byte[] bytes = mapper.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonNode error(int code, String message) {
        return mapper.createObjectNode().put("error_code", code).put("message", message);
    }

    private JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
            // Within reason, hear the client out: it reads no answer while it writes.
            exchange.getRequestBody().readNBytes(MAX_DISCARDED_BYTES);
            throw new RegistryError(413, 413, "a request of more than " + MAX_BODY_BYTES + " bytes");
        }
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return mapper.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new RegistryError(400, 400, "the body is no JSON");
        }
    }
}
