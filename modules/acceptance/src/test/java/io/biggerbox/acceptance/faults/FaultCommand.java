package io.biggerbox.acceptance.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs faults for as long as wanted, from the command line. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a load to a broker, a registry and instances of the applications, each in a process of its own, while they"
                    + " are killed, stopped, frozen and starved.",
            "Then compares every reading, aggregate, alert and dead letter with a computation of the whole in one go.",
            "Exit code 0 when all is as it must be, 1 when anything is lost, doubled or different."
        })
final class FaultCommand implements Callable<Integer> {

    @Option(names = "--faults", defaultValue = "8", description = "How many. Default: ${DEFAULT-VALUE}")
    private int faults;

    @Option(names = "--events", defaultValue = "40000", description = "How many. Default: ${DEFAULT-VALUE}")
    private int events;

    @Option(names = "--seed", defaultValue = "1", description = "Decides on everything. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--brokers",
            defaultValue = "1",
            description = "One, or three that keep a copy each. Default: ${DEFAULT-VALUE}")
    private int brokers;

    FaultCommand() {}

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("biggerbox-faults");
        System.out.println("Data and logs in " + directory);
        FaultRun.Report report =
                new FaultRun(new FaultRun.Plan(faults, events, seed, brokers, directory), FaultCommand::say).run();
        System.out.println(ReportText.of(report));
        return report.clean() ? 0 : 1;
    }

    private static void say(String line) {
        System.out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultCommand()).execute(args));
    }
}
