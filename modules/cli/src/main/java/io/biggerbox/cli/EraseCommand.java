package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ActorOption;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.service.erasure.CustomerTrace;
import io.biggerbox.service.erasure.ErasureDesk;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases a customer. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases a customer: takes back what they count for, and takes their words out of alerts and theme candidates.",
            "The applications do it within seconds, or when they run again. What stands on topics that are kept for"
                    + " ever, and in dead letters, goes with `biggerbox purge`, for all who were erased at once.",
            "What the customer said until now is not read again, also when it is imported or replayed later; what they"
                    + " say from now on is that of a new customer."
        })
final class EraseCommand implements Callable<Integer> {

    @Option(
            names = "--customer",
            required = true,
            paramLabel = "ID",
            description = "Id of the customer, as in the inputs.")
    private String customer = "";

    @Option(names = "--reason", description = "What to write with it, without personal data: it is kept.")
    private @Nullable String reason;

    @Mixin
    private ActorOption actor = new ActorOption();

    @Option(names = "--dry-run", description = "Only says what is there.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    EraseCommand() {}

    @Override
    public Integer call() {
        if (customer.isBlank()) {
            throw new CommandFailedException("the id of the customer is empty");
        }
        try (Connection stack = Connection.open(connection)) {
            if (dryRun) {
                tell(CustomerTrace.find(stack.client(), stack.topics(), customer), false);
                return 0;
            }
            if (!confirmation.given(spec, "Erase the customer " + customer + "?")) {
                throw new CommandFailedException("nothing was erased");
            }
            try (ErasureDesk desk = new ErasureDesk(stack.client(), stack.topics())) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                tell(desk.erase(customer, actor.name(), reason, now), true);
            }
        }
        return 0;
    }

    private void tell(CustomerTrace trace, boolean erased) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(trace, erased) : text(trace, erased));
        out.flush();
    }

    private static String json(CustomerTrace trace, boolean erased) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("erased", erased);
        line.put("records", new TreeMap<>(trace.records()));
        line.put("feedback", trace.feedbackIds().size());
        line.put("corrections", trace.corrections().size());
        line.put("alerts", new TreeSet<>(trace.alerts()));
        line.put("theme_candidates", new TreeSet<>(trace.candidates()));
        return Json.line(line);
    }

    private static String text(CustomerTrace trace, boolean erased) {
        StringBuilder text = new StringBuilder();
        text.append(erased ? "The customer is erased. Found" : "Would be erased")
                .append(": ")
                .append(trace.feedbackIds().size())
                .append(" feedback");
        new TreeMap<>(trace.records()).forEach((topic, count) -> text.append("\n  ")
                .append(topic)
                .append("  ")
                .append(count)
                .append(" records"));
        text.append("\n  ").append(trace.corrections().size()).append(" corrected labels");
        text.append("\n  quoted in ")
                .append(trace.alerts().size())
                .append(" alerts and ")
                .append(trace.candidates().size())
                .append(" theme candidates");
        if (erased) {
            text.append(
                    "\nThe applications take it back while they run. To take it off the topics that are kept for ever,"
                            + " stop them and run: biggerbox purge");
        }
        return text.toString();
    }
}
