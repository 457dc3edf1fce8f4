package io.biggerbox.cli;

import io.biggerbox.cli.output.AlertCard;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.AlertStream;
import io.biggerbox.cli.stack.ApplicationPlan;
import io.biggerbox.cli.stack.CaughtUp;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.LocalStack;
import io.biggerbox.cli.stack.LocalStackPlan;
import io.biggerbox.cli.stack.ReaderOption;
import io.biggerbox.demo.DemoCompany;
import io.biggerbox.demo.DemoEvent;
import io.biggerbox.demo.DemoPlan;
import io.biggerbox.demo.DemoStory;
import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.topologies.Application;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Half a year of a fictional company through the real stack. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs half a year of a fictional company's feedback through a real broker, registry and the applications"
                    + " on this machine, and prints the alerts as they come.",
            "Needs nothing but this program; leaves nothing behind unless --data or --keep says so."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int PARTITIONS = 2;
    private static final short ONE_BROKER = 1;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "Another seed, another half-year. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--scale",
            defaultValue = "1.0",
            description =
                    "How much praise surrounds the complaints; 1 gives about 60,000 events. Default: ${DEFAULT-VALUE}")
    private double scale;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps the data here; the folder must be empty or absent.")
    private @Nullable Path data;

    @Option(names = "--keep", description = "Stays up on the usual ports until Ctrl+C, for the other commands to try.")
    private boolean keep;

    @Mixin
    private ReaderOption readers = new ReaderOption();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    DemoCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        LocalDate start = today.minusWeeks(DemoCompany.WEEKS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Readers opened = readers.open();
        Path directory = directory();
        PrintWriter out = spec.commandLine().getOut();
        try {
            long begin = System.nanoTime();
            out.printf(
                    "%s, %d weeks from %s: generating feedback and starting a broker, a registry and the"
                            + " applications on this machine …%n",
                    DemoCompany.NAME, DemoCompany.WEEKS, start);
            out.flush();
            List<DemoEvent> events = DemoCompany.generate(seed, start, scale);
            LocalStackPlan plan = new LocalStackPlan(
                    keep
                            ? DevStackSettings.usual(directory.resolve("stack"))
                            : DevStackSettings.onFreePorts(directory.resolve("stack")),
                    new ApplicationPlan(
                            // Who looks around afterwards may want theme candidates; the show does without them.
                            keep
                                    ? EnumSet.allOf(Application.class)
                                    : EnumSet.complementOf(EnumSet.of(Application.DISCOVER)),
                            StarterTaxonomies.load("general", "retail", "software"),
                            true,
                            SettingsBook.of(DetectionSettings.DEFAULTS),
                            GroupProtocol.CLASSIC,
                            opened,
                            directory.resolve("state"),
                            PARTITIONS,
                            ONE_BROKER,
                            keep
                                    ? new InetSocketAddress(
                                            InetAddress.getLoopbackAddress(), ApplicationPlan.HEALTH_PORT)
                                    : null));
            try (LocalStack stack = LocalStack.start(plan)) {
                run(stack, events, DemoPlan.startingOn(start), begin);
                if (keep) {
                    out.println("Still running. Try in another terminal: biggerbox alerts, biggerbox ack ALERT,"
                            + " biggerbox fixed ALERT. Ctrl+C stops.");
                    out.flush();
                    new CountDownLatch(1).await();
                }
            }
        } finally {
            if (data == null) {
                delete(directory);
            }
        }
        return 0;
    }

    private void run(LocalStack stack, List<DemoEvent> events, DemoPlan plan, long begin) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DemoTally tally = new DemoTally();
        try (Connection connection = Connection.open(stack.connection());
                AlertStream alerts = AlertStream.fromNowOn(connection);
                CaughtUp progress = new CaughtUp(connection);
                Progress bar = Progress.items("Feedback", events.size(), true);
                DemoFeeder feeder = new DemoFeeder(connection, events, plan.commands())) {
            feeder.start();
            long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
            boolean done = false;
            while (!done) {
                if (System.nanoTime() > deadline) {
                    throw new CommandFailedException(
                            "the stack did not keep up within " + LONGEST_WAIT.toMinutes() + " minutes");
                }
                boolean sent = feeder.finished();
                long behind = sent ? progress.behind() : events.size();
                List<ProcessChangeAlert> news = alerts.poll();
                news.forEach(alert -> show(alert, tally, begin));
                bar.to(feeder.sent(), sent ? behind + " records under way" : "");
                done = sent && behind == 0 && news.isEmpty() && progress.behind() == 0;
            }
            alerts.poll().forEach(alert -> show(alert, tally, begin));
        }
        out.printf(
                Locale.ROOT,
                "%n%,d events in %.0f s, generating and starting included; the first alert came after %.0f s.%n%n",
                events.size(),
                (System.nanoTime() - begin) / 1e9,
                tally.firstAlertSeconds());
        out.println("What was planted, and what was found:");
        for (DemoStory story : plan.stories()) {
            out.println("  " + tally.verdict(story));
        }
        tally.others(plan.stories()).forEach(line -> out.println("  " + line));
        out.println();
        out.println("Where to look next:");
        out.println("  biggerbox demo --keep                    the same, and stays up for: alerts, ack, fixed, mute");
        out.println(
                "  biggerbox up                             your own stack; then biggerbox import FILE --as FORMAT");
        out.println("  biggerbox backtest --help                what would your history have raised?");
        out.println("  docs/architecture.md, docs/importing.md  how it works, what it reads");
        out.flush();
    }

    private void show(ProcessChangeAlert alert, DemoTally tally, long begin) {
        tally.add(alert, (System.nanoTime() - begin) / 1e9);
        PrintWriter out = spec.commandLine().getOut();
        boolean card = alert.getRaised() && alert.getState() != AlertState.ESCALATED;
        var ansi = spec.commandLine().getColorScheme().ansi();
        out.println(card ? "\n" + AlertCard.of(alert, ansi) : AlertCard.line(alert, ansi));
        out.flush();
    }

    private Path directory() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("biggerbox-demo");
        }
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                if (files.findAny().isPresent()) {
                    throw new CommandFailedException(data + " is not empty; name another folder, or remove it");
                }
            }
        }
        return Files.createDirectories(data);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
