package io.biggerbox.cli;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeDecisionKind;
import picocli.CommandLine.Command;

/** It could be a theme after all. */
@Command(
        name = "reopen",
        mixinStandardHelpOptions = true,
        description = "Takes back that a candidate was promoted or dismissed.")
final class ReopenCandidateCommand extends CandidateDecisionBase {

    /** Filled in by picocli. */
    ReopenCandidateCommand() {}

    @Override
    String decide(Connection stack, ThemeCandidate candidate, ThemeDecision.Builder decision) {
        decision.setKind(ThemeDecisionKind.REOPEN);
        return "is open again";
    }
}
