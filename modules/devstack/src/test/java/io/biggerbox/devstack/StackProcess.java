package io.biggerbox.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A stack in a JVM of its own, which can be killed. */
final class StackProcess implements AutoCloseable {
    private final Process process;
    private final String bootstrapServers;
    private final String registryUrl;
    private final Duration ready;

    private StackProcess(Process process, String bootstrapServers, String registryUrl, Duration ready) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.ready = ready;
    }

    /** What the child runs: starts, says where, and ends with its input. */
    public static void main(String[] args) throws IOException {
        long begin = System.nanoTime();
        try (DevStack stack = DevStack.start(DevStackSettings.onFreePorts(Path.of(args[0])))) {
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.println("READY " + stack.bootstrapServers() + " " + stack.registryUrl() + " " + millis);
            while (System.in.read() >= 0) {}
        }
    }

    static StackProcess start(Path directory) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("READY")) {
                return new StackProcess(process, words[1], words[2], Duration.ofMillis(Long.parseLong(words[3])));
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the stack in the child process did not start");
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String registryUrl() {
        return registryUrl;
    }

    /** From the first call to both ready, without the start of the JVM. */
    Duration ready() {
        return ready;
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child process outlives its kill");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
