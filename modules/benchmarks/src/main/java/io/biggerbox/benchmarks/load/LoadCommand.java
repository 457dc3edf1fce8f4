package io.biggerbox.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the stream carries. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a topology that only copies, each application and the whole chain in the same run, each in a process of"
                    + " its own beside a broker; then how long events take at half of what the chain carries.",
            "Of --rounds runs of each, the median by records a second is told."
        })
final class LoadCommand implements Callable<Integer> {

    /** Long enough ago to be history, as a backfill is. */
    private static final Duration AGO = Duration.ofDays(7);

    @Option(names = "--records", defaultValue = "200000", description = "Source records. Default: ${DEFAULT-VALUE}")
    private int records;

    @Option(
            names = "--series",
            defaultValue = "1000",
            description = "Products times themes that are spoken of. Default: ${DEFAULT-VALUE}")
    private int series;

    @Option(
            names = "--threads",
            defaultValue = "1,2",
            split = ",",
            description = "Stream threads of each application. Default: ${DEFAULT-VALUE}")
    private List<Integer> threads = List.of();

    @Option(names = "--rounds", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--stages",
            defaultValue = "PLAIN_COPY,COPY,CLASSIFY,MEASURE,DETECT,CHAIN",
            split = ",",
            description =
                    "What to measure; each application needs those before it. The plain copy has the settings of Kafka"
                            + " Streams, the copy those of the applications. Default: ${DEFAULT-VALUE}")
    private List<Stage> stages = List.of();

    @Option(
            names = "--half-load-seconds",
            defaultValue = "180",
            description = "How long, the first half to warm up; 0 for not at all. Default: ${DEFAULT-VALUE}")
    private int halfLoadSeconds;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Events a second for that time. Default: half of what the chain has carried")
    private double rate;

    @Option(
            names = "--one-process",
            description =
                    "Broker, registry and all applications run in one process for that time, as `biggerbox up` has them.")
    private boolean oneProcess;

    @Option(
            names = "--kills",
            defaultValue = "0",
            description =
                    "How often the chain is killed with its stores full, and started again. Default: ${DEFAULT-VALUE}")
    private int kills;

    @Option(
            names = "--span",
            paramLabel = "DURATION",
            defaultValue = "P28D",
            description =
                    "Event time from the first record to the last: P28D is history that is worked off, PT1M a stream that"
                            + " brings so much in a minute. Default: ${DEFAULT-VALUE}")
    private Duration span = Duration.ZERO;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = "Keeps what the flight recorder has heard of each process, to look at with jfr or JMC.")
    private @Nullable Path recordings;

    LoadCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("biggerbox-load");
        Instant until = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(AGO);
        try {
            for (int each : threads) {
                measure(Files.createDirectory(folder.resolve("threads-" + each)), each, until);
            }
        } finally {
            if (recordings != null) {
                keep(folder, Files.createDirectories(recordings));
            }
            delete(folder);
        }
        return 0;
    }

    private void measure(Path folder, int each, Instant until) throws IOException, InterruptedException {
        double carried;
        try (LoadBroker broker = LoadBroker.start(folder)) {
            ReviewLoad load = new ReviewLoad(records, series, until, span);
            broker.createTopics();
            broker.fill(load);
            say(
                    "%n%,d records of %s, about %,d series, %d stream thread(s) an application, %d processors%n",
                    records, span, series, each, Runtime.getRuntime().availableProcessors());
            say(
                    "%-12s %10s %8s %8s %12s %12s %9s %9s  %s%n",
                    "",
                    "records/s",
                    "of plain",
                    "of copy",
                    "CPU µs/rec",
                    "broker µs",
                    "RSS MiB",
                    "state MiB",
                    "of its time");
            Throughput throughput = new Throughput(broker, folder);
            double plain = 0;
            double copy = 0;
            double chain = 0;
            for (Stage stage : stages) {
                List<Throughput.Result> results = results(throughput, stage, each);
                Throughput.Result result = median(results);
                plain = stage == Stage.PLAIN_COPY ? result.rate() : plain;
                copy = stage == Stage.COPY ? result.rate() : copy;
                chain = stage == Stage.CHAIN ? result.rate() : chain;
                say(
                        "%-12s %,10.0f %8s %8s %12.1f %12.1f %9.0f %9.1f  %s%n",
                        stage.title(),
                        result.rate(),
                        share(result.rate(), plain),
                        share(result.rate(), copy),
                        result.cpu(),
                        result.brokerCpu(),
                        result.resident(),
                        result.state(),
                        result.profile().text());
                if (stage == Stage.CHAIN) {
                    recover(new Recovery(broker, throughput, load), results.get(results.size() - 1), each);
                }
            }
            say("broker and registry: at most %,.0f MiB%n", broker.process().resident(true));
            if (halfLoadSeconds > 0 && !oneProcess && steady(chain) > 0) {
                broker.clearInput();
                broker.clear(Stage.CHAIN);
                Path state = Files.createDirectory(folder.resolve("state-latency"));
                try (Child chainAlone = throughput.start(Stage.CHAIN, each, state, false)) {
                    latency(broker, chainAlone, steady(chain), until);
                }
            }
            carried = chain;
        }
        if (halfLoadSeconds > 0 && oneProcess && steady(carried) > 0) {
            try (LoadBroker everything = LoadBroker.startWithApplications(folder, each)) {
                latency(everything, everything.process(), steady(carried), until);
            }
        }
    }

    /** Nothing if the other has not been measured. */
    private static String share(double rate, double of) {
        return of == 0 ? "" : String.format(Locale.ROOT, "%.2f", rate / of);
    }

    /** Events a second for a steady load. */
    private double steady(double chain) {
        return rate > 0 ? rate : chain / 2;
    }

    private List<Throughput.Result> results(Throughput throughput, Stage stage, int each)
            throws IOException, InterruptedException {
        List<Throughput.Result> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.add(throughput.run(stage, each, records));
        }
        return results;
    }

    private static Throughput.Result median(List<Throughput.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Throughput.Result::rate))
                .toList()
                .get(results.size() / 2);
    }

    private void recover(Recovery recovery, Throughput.Result last, int each) throws IOException, InterruptedException {
        for (int kill = 0; kill < kills; kill++) {
            Recovery.Result result = recovery.run(each, last.stores());
            say(
                    "  kill -9: all tasks at work after %.1f s, nothing left to read after %.1f s%n",
                    result.serving().toMillis() / 1e3, result.done().toMillis() / 1e3);
        }
    }

    private void latency(LoadBroker broker, Child applications, double events, Instant until)
            throws IOException, InterruptedException {
        ReviewLoad load = new ReviewLoad((int) (events * halfLoadSeconds), series, until, span);
        Latency.Result result = new Latency(broker, applications).run(load, events);
        say("at %,.0f events/s for %d s, ms from the event%n", events, halfLoadSeconds);
        say("  to its feedback  %s%n", result.feedback());
        say("  to the alert     %s%n", result.alerts());
        say(
                "  memory of %s %,.0f → %,.0f MiB, at most %,.0f%n",
                oneProcess ? "the whole stack" : "the applications", result.early(), result.late(), result.most());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format, arguments);
    }

    private static void keep(Path folder, Path recordings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jfr")).toList()) {
                Files.copy(
                        file, recordings.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
