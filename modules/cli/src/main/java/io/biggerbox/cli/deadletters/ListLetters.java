package io.biggerbox.cli.deadletters;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.service.DeadLetter;
import io.biggerbox.service.DeadLetters;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the dead letters about which nothing has been done, oldest first.")
final class ListLetters implements Callable<Integer> {

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private LetterFilter filter = new LetterFilter();

    @Option(names = "--all", description = "Also those that were replayed or dismissed.")
    private boolean all;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ListLetters() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Connection stack = Connection.open(connection)) {
            LetterView view = new LetterView(stack.topics());
            List<DeadLetter> letters = DeadLetters.read(
                            stack.client(), stack.topics().deadLetters())
                    .stream()
                    .filter(letter -> (all || letter.settlement() == null) && filter.matches(letter))
                    .toList();
            letters.forEach(letter -> out.println(json ? view.json(letter).toString() : LetterView.line(letter)));
            if (!json) {
                out.println(summary(letters));
            }
        }
        out.flush();
        return 0;
    }

    private static String summary(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return "No dead letters.";
        }
        Map<String, Long> counts = letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.topic() == null ? "no record" : letter.topic(),
                        TreeMap::new,
                        Collectors.counting()));
        return letters.size() + " dead letters: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
