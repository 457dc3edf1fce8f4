package io.biggerbox.acceptance.support;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Apicurio Registry in a JVM of its own, which must be newer than ours, with its data in memory. */
public final class Apicurio implements AutoCloseable {

    private static final int OLDEST_JAVA = 21;
    private static final Path JVMS = Path.of("/usr/lib/jvm");
    private static final Duration TIME_TO_START = Duration.ofMinutes(2);

    private final Process process;
    private final String url;

    private Apicurio(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param directory where its output goes
     */
    public static Apicurio start(Path directory) throws IOException {
        int port = Ports.free();
        Path output = directory.resolve("apicurio.log");
        Process process = new ProcessBuilder(
                        javaHome().resolve("bin/java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        // a second listener, on all addresses and a fixed port unless told otherwise
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + Ports.free(),
                        "-jar",
                        Path.of("target", "apicurio", "quarkus-run.jar")
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Apicurio apicurio = new Apicurio(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try (SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(apicurio.url), 1)) {
            Awaitility.await("Apicurio").atMost(TIME_TO_START).until(() -> apicurio.answers(client, output));
            // its own default is to check nothing
            client.updateCompatibility(null, "BACKWARD");
        } catch (IOException | RestClientException | RuntimeException e) {
            apicurio.close();
            throw new IllegalStateException(Files.readString(output), e);
        }
        return apicurio;
    }

    private boolean answers(SchemaRegistryClient client, Path output) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Apicurio has ended: " + Files.readString(output));
        }
        try {
            client.getAllSubjects();
            return true;
        } catch (IOException | RestClientException e) {
            return false;
        }
    }

    /** Apicurio needs Java 21: the machine must have that or newer, if the tests themselves do not run on it. */
    static Path javaHome() throws IOException {
        if (Runtime.version().feature() >= OLDEST_JAVA) {
            return Path.of(System.getProperty("java.home"));
        }
        try (Stream<Path> homes = Files.list(JVMS)) {
            return homes.filter(home -> home.getFileName().toString().matches(".*-2[1-9]-.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Java 21 or newer in " + JVMS));
        }
    }

    /** Address of what it has in common with Confluent's registry. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
