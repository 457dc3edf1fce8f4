package io.biggerbox.cli;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeDecisionKind;
import picocli.CommandLine.Command;

/** This is no theme. */
@Command(
        name = "dismiss",
        mixinStandardHelpOptions = true,
        description =
                "Says that a candidate is no theme. It goes on taking in what is like it, so that nothing of it is"
                        + " offered again.")
final class DismissCandidateCommand extends CandidateDecisionBase {

    /** Filled in by picocli. */
    DismissCandidateCommand() {}

    @Override
    String decide(Connection stack, ThemeCandidate candidate, ThemeDecision.Builder decision) {
        decision.setKind(ThemeDecisionKind.DISMISS);
        return "is dismissed";
    }
}
