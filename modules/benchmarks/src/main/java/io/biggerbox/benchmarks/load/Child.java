package io.biggerbox.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM of its own: how much processor time and memory it takes, and what it spends its time on. */
final class Child implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 50;
    private static final double KIB_A_MIB = 1024;

    private final Process process;
    private final Path output;
    private final @Nullable Path recording;

    private Child(Process process, Path output, @Nullable Path recording) {
        this.process = process;
        this.output = output;
        this.recording = recording;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param folder for its output
     * @param heapMebibytes its largest heap
     * @param profiled whether the flight recorder listens
     */
    static Child start(Path folder, int heapMebibytes, boolean profiled, List<String> args)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path recording =
                profiled ? folder.resolve(args.get(0).replace(',', '-') + "-" + output.getFileName() + ".jfr") : null;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC"));
        if (recording != null) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadNode.class.getName()));
        command.addAll(args);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Child child = new Child(process, output, recording);
        child.awaitReady();
        return child;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TIME_TO_START.toNanos();
        while (!output().contains(LoadNode.READY)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("a process did not start:\n" + output());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** All that it has printed. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** What it printed after {@link LoadNode#READY}. */
    List<String> words() throws IOException {
        String all = output();
        String line = all.substring(all.indexOf(LoadNode.READY) + LoadNode.READY.length());
        return List.of(line.lines().findFirst().orElse("").split(" ", -1));
    }

    /** Processor time that it has taken. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its memory as the system sees it, now and at most, in MiB; Linux only, else 0. */
    double resident(boolean most) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        String name = most ? "VmHWM:" : "VmRSS:";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_A_MIB)
                .findFirst()
                .orElse(0);
    }

    /** What it spent its time on; it must have been {@linkplain #close closed}. */
    Profile profile() throws IOException {
        return Profile.read(Objects.requireNonNull(recording, "not profiled"));
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
