package io.biggerbox.acceptance.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system's Prometheus as a process of its own, on a loopback port and a folder; scrapes one address every second. */
public final class Prometheus implements AutoCloseable {

    private static final String CONFIG =
            """
            global:
              scrape_interval: 1s
              evaluation_interval: 1s
            rule_files: ["%s"]
            scrape_configs:
              - job_name: biggerbox
                static_configs:
                  - targets: ["%s"]
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private Prometheus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * How {@code promtool} ended.
     *
     * @param exitCode 0 when it found nothing wrong
     * @param output all that it said
     */
    public record Tool(int exitCode, String output) {}

    /**
     * Starts it.
     *
     * @param directory for its configuration, its data and its log
     * @param rules the rules that it evaluates
     * @param target host and port to scrape
     */
    public static Prometheus start(Path directory, Path rules, String target) throws IOException {
        Path config = Files.writeString(
                directory.resolve("prometheus.yml"), CONFIG.formatted(rules.toAbsolutePath(), target));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = launch(
                directory.resolve("prometheus.log"),
                List.of(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn"));
        return new Prometheus(process, "http://127.0.0.1:" + port);
    }

    /** Runs {@code promtool}. */
    public static Tool promtool(Path directory, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(args));
        Path output = Files.createTempFile(directory, "promtool", ".txt");
        Process process = launch(output, command);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Tool(process.waitFor(), Files.readString(output));
    }

    private static Process launch(Path output, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.get(0) + " does not start. This test needs a Prometheus: apt-get install prometheus", e);
        }
    }

    /** Whether it answers yet. */
    public boolean isReady() {
        try {
            return send("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Prometheus has ended; see prometheus.log beside its data", e);
            }
            return false;
        }
    }

    /** The series that an expression gives now; fails when it cannot be evaluated. */
    public JsonNode query(String expression) {
        return api("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8))
                .path("result");
    }

    /** The single number that an expression gives now; not a number when it gives none or several. */
    public double value(String expression) {
        JsonNode series = query(expression);
        return series.size() == 1 ? series.get(0).path("value").path(1).asDouble(Double.NaN) : Double.NaN;
    }

    /** The groups of rules, each with how its last evaluation went. */
    public JsonNode rules() {
        return api("/api/v1/rules").path("groups");
    }

    /** What the target says of its metrics: type and help, by name. */
    public JsonNode metadata() {
        return api("/api/v1/metadata");
    }

    private JsonNode api(String path) {
        try {
            JsonNode answer = MAPPER.readTree(send(path).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new AssertionError(path + " answers " + answer);
            }
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
