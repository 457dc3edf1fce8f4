package io.biggerbox.cli.deadletters;

import picocli.CommandLine.Command;

/** What can be done with dead letters. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Shows the records that could not be processed, and writes them again after a repair.",
        subcommands = {ListLetters.class, ShowLetter.class, ReplayLetters.class, DismissLetters.class})
public final class DeadLettersCommand {

    /** Filled in by picocli. */
    public DeadLettersCommand() {}
}
