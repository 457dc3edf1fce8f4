package io.biggerbox.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.service.DeadLetter;
import io.biggerbox.service.DeadLetters;
import io.biggerbox.service.Settlement;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows one dead letter: where it failed, why, what to do, and the record.",
            "With --value-to the value is written to a file to be mended, for: dead-letters replay ID --value FILE"
        })
final class ShowLetter implements Callable<Integer> {

    private static final int MOST_BYTES_SHOWN = 256;
    private static final int WIDEST = 2_000;

    @Parameters(paramLabel = "ID", description = "Number of the dead letter, as list shows it.")
    private long id;

    @Option(
            names = "--value-to",
            paramLabel = "FILE",
            description = "Writes the value to this file: as JSON if it can be decoded, else its bytes.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ShowLetter() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Connection stack = Connection.open(connection)) {
            DeadLetter letter = DeadLetters.read(stack.client(), stack.topics().deadLetters()).stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new CommandFailedException(
                            "there is no dead letter " + id + "; see: biggerbox dead-letters list --all"));
            LetterView view = new LetterView(stack.topics());
            if (json) {
                out.println(view.json(letter));
            } else {
                print(out, letter, view);
            }
            if (file != null) {
                write(file, letter, view);
            }
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, DeadLetter letter, LetterView view) {
        out.println("dead letter " + letter.id() + ", arrived " + letter.arrivedAt());
        out.println("  stood at    " + LetterView.place(letter));
        out.println("  reason      " + LetterView.reason(letter, WIDEST));
        header(out, "  field       ", letter, DeadLetterHeaders.FIELD);
        header(out, "  remedy      ", letter, DeadLetterHeaders.REMEDY);
        header(out, "  exception   ", letter, DeadLetterHeaders.EXCEPTION);
        header(out, "  application ", letter, DeadLetterHeaders.APPLICATION);
        header(out, "  node        ", letter, DeadLetterHeaders.NODE);
        header(out, "  version     ", letter, DeadLetterHeaders.VERSION);
        Settlement settlement = letter.settlement();
        if (settlement != null) {
            out.println("  settled     " + LetterView.name(settlement) + " by " + SafeText.oneLine(settlement.actor())
                    + " at " + settlement.at());
        }
        out.println("  key         " + bytes(letter.key()));
        JsonNode value = view.decoded(letter);
        out.println("  value       " + (value.isNull() ? bytes(letter.value()) : pretty(value)));
    }

    private static void header(PrintWriter out, String label, DeadLetter letter, String name) {
        String value = letter.header(name);
        if (value != null) {
            out.println(label + SafeText.oneLine(value, WIDEST));
        }
    }

    private static String bytes(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "null";
        }
        int shown = Math.min(bytes.length, MOST_BYTES_SHOWN);
        return LetterView.text(bytes)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .map(text -> SafeText.oneLine(text, WIDEST))
                .orElseGet(() -> bytes.length + " bytes: "
                        + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown) + (shown < bytes.length ? " …" : ""));
    }

    private static String pretty(JsonNode value) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    private static void write(Path file, DeadLetter letter, LetterView view) throws IOException {
        JsonNode value = view.decoded(letter);
        byte[] bytes = letter.value();
        if (!value.isNull()) {
            Files.writeString(file, pretty(value) + "\n");
        } else if (bytes != null) {
            Files.write(file, bytes);
        } else {
            throw new CommandFailedException("dead letter " + letter.id() + " has no value");
        }
    }
}
