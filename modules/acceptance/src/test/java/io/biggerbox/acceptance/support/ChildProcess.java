package io.biggerbox.acceptance.support;

import io.biggerbox.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own, which can be killed, stopped and frozen. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the {@code biggerbox} command in {@code directory}; its output goes to a file there. */
    public static ChildProcess start(Path directory, String... args) throws IOException {
        return start(Main.class, directory, 512, List.of(args), Map.of());
    }

    /**
     * Starts any main class in {@code directory}; its output goes to a file there.
     *
     * @param heapMegabytes its largest heap
     * @param environment variables beside those of this process
     */
    public static ChildProcess start(
            Class<?> main, Path directory, int heapMegabytes, List<String> args, Map<String, String> environment)
            throws IOException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ChildProcess(process, output);
    }

    /** All that it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether it runs, or is frozen. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process outlives its kill");
        }
    }

    /** Stands still, as on a machine that swaps or a network that is cut. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Goes on after {@link #freeze}. */
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill -" + name + " " + process.pid() + " ended with " + exit);
        }
    }

    /** Asks it to stop, as Ctrl+C does, and says how it ended. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd(60);
    }

    /** Waits for its end. */
    public int awaitEnd(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after " + seconds + " s: " + output());
        }
        return process.exitValue();
    }

    /** Lets time pass while it runs, or is frozen; ends early when it ends. */
    public void runFor(long millis) throws InterruptedException {
        var unused = process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
