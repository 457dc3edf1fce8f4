package io.biggerbox.acceptance.faults;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import picocli.CommandLine;

/** A load is played while faults are injected; then everything is compared. */
final class FaultRun {

    /** History must be older than this for a stream that is not live; see WatermarkTracker. */
    private static final int DAYS_AGO = 7;

    private static final Duration TIME_TO_RECOVER = Duration.ofMinutes(3);
    private static final Duration TIME_TO_FINISH = Duration.ofMinutes(10);
    private static final int LOOKS_WITHOUT_NEWS = 12;
    private static final int COMPARISONS = 3;

    private final Plan plan;
    private final Random random;
    private final Consumer<String> progress;
    private final List<Injected> injected = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    /**
     * What to do.
     *
     * @param faults how many faults
     * @param events how many records
     * @param seed decides on both
     * @param brokers one, or three of which each record has three copies
     * @param directory empty folder for data and logs
     */
    record Plan(int faults, int events, long seed, int brokers, Path directory) {}

    /**
     * A fault.
     *
     * @param atEvent records written when it happened
     * @param target who was hit
     * @param injection how long it lasted
     * @param recovery from the moment it happened until every process served and every partition that had something to
     *     read had come further
     * @param last what had not, at the last look before that; empty if it was a process that did not serve
     */
    record Injected(
            Fault fault, int atEvent, String target, Duration injection, Duration recovery, List<String> last) {}

    /**
     * What came out of it.
     *
     * @param skipped kinds that this machine cannot do, with the reason
     * @param troubles processes that ended by themselves, and recoveries that took too long
     */
    record Report(
            Plan plan,
            List<Injected> injected,
            List<String> skipped,
            List<String> troubles,
            Duration longestStall,
            String longestStallAt,
            Duration took,
            Comparison.Result found) {

        boolean clean() {
            return found.clean() && troubles.isEmpty();
        }
    }

    FaultRun(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        random = new Random(plan.seed());
    }

    Report run() throws Exception {
        long begin = System.nanoTime();
        Load load = new Load(
                plan.events(),
                plan.seed(),
                Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS_AGO, ChronoUnit.DAYS));
        try (Cluster cluster = Cluster.start(plan.directory(), plan.brokers());
                Connection connection = connect(cluster);
                Watch watch = new Watch(cluster.bootstrapServers());
                Pills pills = new Pills(connection, plan.seed())) {
            progress.accept("Two instances, " + plan.brokers() + " broker(s) and a registry run.");
            int lead = Math.max(500, Math.min(20_000, 2 * plan.events() / Math.max(1, plan.faults())));
            try (LoadWriter writer = new LoadWriter(load, connection, watch, lead)) {
                List<Fault> faults = schedule(cluster);
                for (int i = 0; i < faults.size(); i++) {
                    int at = (int) ((long) plan.events() * (i + 1) / (faults.size() + 1));
                    writer.allow(at + lead);
                    while (writer.written() < at) {
                        writer.check();
                        watch.awaitLook();
                    }
                    inject(faults.get(i), cluster, watch, pills, writer.written());
                }
                writer.awaitEnd();
            }
            progress.accept("Everything is written.");
            awaitQuiet(cluster, watch);
            progress.accept("Everything is processed; comparing.");
            Comparison.Result found = new Comparison(load, connection, cluster.taxonomy(), pills.sent()).run();
            for (int i = 1; i < COMPARISONS && !found.clean(); i++) {
                // sums may still linger; what is wrong stays wrong
                awaitQuiet(cluster, watch);
                found = new Comparison(load, connection, cluster.taxonomy(), pills.sent()).run();
            }
            return new Report(
                    plan,
                    injected,
                    skipped,
                    troubles,
                    watch.longestStall(),
                    watch.longestStallAt(),
                    Duration.ofNanos(System.nanoTime() - begin),
                    found);
        }
    }

    /** A connection whose producers wait for a broker that takes minutes to come back: it is not they who are tested. */
    private Connection connect(Cluster cluster) throws IOException {
        Path patience = Files.writeString(
                plan.directory().resolve("client.properties"), "max.block.ms=600000\ndelivery.timeout.ms=600000\n");
        return Connection.open(CommandLine.populateCommand(
                new ConnectionOptions(),
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--registry",
                cluster.registryUrl(),
                "--client-config",
                patience.toString()));
    }

    private List<Fault> schedule(Cluster cluster) {
        Map<Fault, String> impossible = new LinkedHashMap<>();
        for (Fault fault : Fault.values()) {
            String why = fault.impossible(cluster);
            if (why != null) {
                impossible.put(fault, why);
                skipped.add(fault.description() + ": " + why);
            }
        }
        List<Fault> faults = new ArrayList<>();
        while (faults.size() < plan.faults()) {
            List<Fault> cycle = new ArrayList<>(Fault.CYCLE);
            cycle.removeAll(impossible.keySet());
            if (!faults.isEmpty()) {
                Collections.shuffle(cycle, random);
            }
            faults.addAll(cycle.subList(0, Math.min(cycle.size(), plan.faults() - faults.size())));
        }
        return faults;
    }

    private void inject(Fault fault, Cluster cluster, Watch watch, Pills pills, int atEvent) throws Exception {
        long begin = System.nanoTime();
        Watch.Mark mark = watch.mark();
        String target = fault.inject(cluster, pills, random);
        Duration injection = Duration.ofNanos(System.nanoTime() - begin);
        // what was committed while a process still lived says nothing; poison kills nobody
        Watch.Mark after = fault == Fault.POISON ? mark : watch.mark();
        long end = begin + injection.toNanos() + TIME_TO_RECOVER.toNanos();
        List<String> last = List.of();
        while (!cluster.isReady() || !watch.allMovedSince(after)) {
            cluster.restartFallen()
                    .forEach((name, words) -> troubles.add(
                            "instance " + name + " ended by itself after " + fault.description() + ":\n" + words));
            if (System.nanoTime() > end) {
                troubles.add("no recovery from " + fault.description() + " " + target + " within " + TIME_TO_RECOVER
                        + ": " + String.join("; ", watch.stuckSince(after)));
                break;
            }
            last = watch.stuckSince(after);
            watch.awaitLook();
        }
        Duration recovery = Duration.ofNanos(System.nanoTime() - begin);
        Injected one = new Injected(fault, atEvent, target, injection, recovery, last);
        injected.add(one);
        progress.accept(ReportText.line(injected.size(), one));
    }

    /** Waits until nothing is left to read and nothing new appears for some looks. */
    private void awaitQuiet(Cluster cluster, Watch watch) throws Exception {
        long end = System.nanoTime() + TIME_TO_FINISH.toNanos();
        int quiet = 0;
        long look = watch.looks();
        while (quiet < LOOKS_WITHOUT_NEWS) {
            watch.awaitLook();
            cluster.restartFallen()
                    .forEach((name, words) ->
                            troubles.add("instance " + name + " ended by itself at the end:\n" + words));
            if (System.nanoTime() > end) {
                troubles.add("not everything was processed within " + TIME_TO_FINISH + ": " + watch.behind()
                        + " records behind");
                return;
            }
            if (watch.looks() != look) {
                look = watch.looks();
                quiet = watch.behind() == 0 ? quiet + 1 : 0;
            }
        }
    }
}
