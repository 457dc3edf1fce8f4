package io.biggerbox.benchmarks.load;

import io.biggerbox.service.GroupLag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a stage over everything that stands on its input, and measures it. */
final class Throughput {

    /** A cold JVM says little: measured is what comes after this share. */
    private static final double WARM_UP = 0.25;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int HEAP = 768;
    private static final double MEBIBYTE = 1 << 20;

    private final LoadBroker broker;
    private final Path folder;
    private int runs;

    /**
     * What came out.
     *
     * @param rate source records a second, after warming up
     * @param cpu microseconds of processor time that its process takes for each of them
     * @param brokerCpu the same of the broker
     * @param resident most memory of its process in MiB
     * @param stores folder of its stores
     * @param state their size in MiB
     */
    record Result(
            Stage stage,
            int threads,
            double rate,
            double cpu,
            double brokerCpu,
            double resident,
            Path stores,
            double state,
            Profile profile) {}

    Throughput(LoadBroker broker, Path folder) {
        this.broker = broker;
        this.folder = folder;
    }

    Result run(Stage stage, int threads, int records) throws IOException, InterruptedException {
        broker.clear(stage);
        Path state = Files.createDirectory(folder.resolve("state-" + runs++));
        try (Child child = start(stage, threads, state, true)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            long warm = (long) (records * WARM_UP);
            long begin = 0;
            long measured = 0;
            Duration cpu = Duration.ZERO;
            Duration brokerCpu = Duration.ZERO;
            while (true) {
                long done = records - behind(stage, true);
                if (begin == 0 && done >= warm) {
                    begin = System.nanoTime();
                    measured = records - done;
                    cpu = child.cpu();
                    brokerCpu = broker.process().cpu();
                }
                if (done >= records && behind(stage, false) == 0) {
                    break;
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(stage.title() + " does not finish; " + child.output());
                }
                Thread.sleep(LOOK.toMillis());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double micros = micros(child.cpu().minus(cpu)) / measured;
            double brokerMicros = micros(broker.process().cpu().minus(brokerCpu)) / measured;
            double resident = child.resident(true);
            double size = size(state);
            child.close();
            return new Result(
                    stage, threads, measured / seconds, micros, brokerMicros, resident, state, size, child.profile());
        }
    }

    /** A stage in a process of its own, ready. */
    Child start(Stage stage, int threads, Path state, boolean profiled) throws IOException, InterruptedException {
        return Child.start(
                folder,
                HEAP,
                profiled,
                List.of(
                        stage.name(),
                        broker.servers(),
                        broker.registryUrl(),
                        String.valueOf(threads),
                        state.toString()));
    }

    /** Records that are still to be read: of the first topic of the slowest application, or of all of them together. */
    long behind(Stage stage, boolean slowest) {
        GroupLag lag = broker.lag();
        long behind = 0;
        for (Map.Entry<String, List<String>> work : stage.work().entrySet()) {
            Map<String, Long> of = lag.of(work.getKey(), work.getValue());
            long own = slowest
                    ? of.getOrDefault(work.getValue().get(0), 0L)
                    : of.values().stream().mapToLong(Long::longValue).sum();
            behind = slowest ? Math.max(behind, own) : behind + own;
        }
        return behind;
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(Throughput::sizeOf)
                            .sum()
                    / MEBIBYTE;
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
