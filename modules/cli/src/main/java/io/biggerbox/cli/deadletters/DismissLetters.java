package io.biggerbox.cli.deadletters;

import io.biggerbox.cli.stack.ActorOption;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.service.DeadLetter;
import io.biggerbox.service.DeadLetterDesk;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Puts letters aside. */
@Command(
        name = "dismiss",
        mixinStandardHelpOptions = true,
        description = "Notes that nothing needs to be done about dead letters; they stay where they are.")
final class DismissLetters implements Callable<Integer> {

    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Mixin
    private ActorOption actor = new ActorOption();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    DismissLetters() {}

    @Override
    public Integer call() {
        try (Connection stack = Connection.open(connection);
                DeadLetterDesk desk =
                        DeadLetterDesk.open(stack.client(), stack.topics().deadLetters(), actor.name())) {
            List<DeadLetter> letters = choice.of(desk);
            letters.forEach(desk::dismiss);
            PrintWriter out = spec.commandLine().getOut();
            out.println(letters.size() + " dead letters dismissed");
            out.flush();
        }
        return 0;
    }
}
