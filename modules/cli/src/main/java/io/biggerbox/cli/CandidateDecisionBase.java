package io.biggerbox.cli;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.ActorOption;
import io.biggerbox.cli.stack.CandidateFinder;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What decisions about a theme candidate have in common. */
abstract class CandidateDecisionBase implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "CANDIDATE",
            description = "The candidate's id, or an unambiguous beginning of it.")
    private String candidateId = "";

    @Option(names = "--note", description = "What to write with it.")
    private @Nullable String note;

    @Mixin
    private ActorOption actor = new ActorOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    CandidateDecisionBase() {}

    /**
     * Fills in what is decided, and does what goes with it. The decision is written after that.
     *
     * @return what to tell the caller, after the name of the candidate
     */
    abstract String decide(Connection stack, ThemeCandidate candidate, ThemeDecision.Builder decision);

    /** For what is not about the decision itself. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final boolean isJson() {
        return json;
    }

    @Override
    public final Integer call() {
        try (Connection stack = Connection.open(connection)) {
            ThemeCandidate candidate = CandidateFinder.byId(stack, candidateId);
            ThemeDecision.Builder decision = ThemeDecision.newBuilder()
                    .setCandidateId(candidate.getCandidateId())
                    .setActor(actor.name())
                    .setNote(note)
                    .setDecidedAt(Clock.systemUTC().instant());
            String done = decide(stack, candidate, decision);
            try (SourceSender sender = new SourceSender(stack)) {
                sender.send(stack.topics().themeDecisions(), candidate.getCandidateId(), decision.build());
                sender.flush();
            }
            out().println(
                            json
                                    ? Json.object(
                                            "candidate_id", candidate.getCandidateId(),
                                            "decision", decision.getKind().name(),
                                            "theme", decision.getTheme())
                                    : candidate.getCandidateId() + " (" + SafeText.oneLine(candidate.getName()) + ") "
                                            + done);
            out().flush();
        }
        return 0;
    }
}
