package io.biggerbox.cli.deadletters;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.service.DeadLetter;
import io.biggerbox.service.DeadLetterDesk;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which letters a command is about: some by number, or all open ones that a filter lets through. */
final class LetterChoice {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Numbers of dead letters, as list shows them.")
    private List<Long> ids = List.of();

    @Option(names = "--all", description = "All about which nothing has been done; fewer with --topic or --reason.")
    private boolean all;

    @Mixin
    private LetterFilter filter = new LetterFilter();

    /** Filled in by picocli. */
    LetterChoice() {}

    /**
     * The open letters that are meant. One that was settled before is left out: asking twice does nothing twice.
     *
     * @throws CommandFailedException if nothing was chosen, or a number does not exist
     */
    List<DeadLetter> of(DeadLetterDesk desk) {
        if (ids.isEmpty() == !all || (filter.isGiven() && !all)) {
            throw new CommandFailedException(
                    "name dead letters by their numbers, or say --all, if you like with --topic or --reason");
        }
        List<DeadLetter> letters = desk.letters();
        Set<Long> missing = new TreeSet<>(ids);
        letters.forEach(letter -> missing.remove(letter.id()));
        if (!missing.isEmpty()) {
            throw new CommandFailedException(
                    "there are no dead letters " + missing + "; see: biggerbox dead-letters list --all");
        }
        Set<Long> wanted = ids.stream().collect(Collectors.toSet());
        return letters.stream()
                .filter(letter -> letter.settlement() == null)
                .filter(letter -> all ? filter.matches(letter) : wanted.contains(letter.id()))
                .toList();
    }
}
