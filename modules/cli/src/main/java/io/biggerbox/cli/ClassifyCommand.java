package io.biggerbox.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.cli.stack.ReaderOption;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.text.Readers;
import io.biggerbox.text.TextReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads texts without any broker. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads texts: language, sentiment, themes, intents, urgency, redaction. Needs no broker.",
            "Takes JSON Lines such as {\"id\":\"1\",\"text\":\"The box was too small.\"} and writes one line for each, in the"
                    + " same order. A line that is not such an object gives {\"id\":…,\"error\":…} and exit code 3.",
            "An object may also have a \"reply\": what the vendor answered. It is read for its tone: whether it owns the"
                    + " problem, changes something, or explains it away."
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Option(names = "--input", paramLabel = "FILE", description = "Default: standard input")
    private @Nullable Path input;

    @Option(names = "--output", paramLabel = "FILE", description = "Default: standard output")
    private @Nullable Path output;

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Mixin
    private ReaderOption readers = new ReaderOption();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ClassifyCommand() {}

    @Override
    public Integer call() throws IOException {
        long bad;
        try (Readers opened = readers.open()) {
            // before any file is opened: a taxonomy that cannot be used must not empty the output
            bad = all(opened.apply(taxonomy.load()));
        }
        if (bad > 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(bad + " lines were no objects with id and text; see the error in their place");
            err.flush();
        }
        return bad > 0 ? Main.SOME_REJECTED : 0;
    }

    /** Reads everything; returns the number of lines that were no texts. */
    private long all(TextReader reader) throws IOException {
        long bad = 0;
        try (BufferedReader lines = open();
                Writer out = create()) {
            ReadingJson json = new ReadingJson(MAPPER, out);
            long number = 0;
            String line;
            while ((line = lines.readLine()) != null) {
                number++;
                if (!line.isBlank() && !one(line, number, reader, json)) {
                    bad++;
                }
            }
        }
        return bad;
    }

    private static boolean one(String line, long number, TextReader reader, ReadingJson json) throws IOException {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            json.error(null, "line " + number + " is not JSON: " + e.getOriginalMessage());
            return false;
        }
        JsonNode id = node.get("id");
        JsonNode text = node.get("text");
        if (id == null || !id.isValueNode() || text == null || !text.isTextual()) {
            json.error(id, "line " + number + " needs an id and a text: {\"id\":\"1\",\"text\":\"…\"}");
            return false;
        }
        JsonNode reply = node.path("reply");
        if (!reply.isMissingNode() && !reply.isNull() && !reply.isTextual()) {
            json.error(id, "line " + number + " has a reply that is no text: {\"reply\":\"…\"}");
            return false;
        }
        json.reading(id, reader.read(text.textValue()), reply.isTextual() ? reader.readReply(reply.textValue()) : null);
        return true;
    }

    private BufferedReader open() throws IOException {
        return input == null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : new BufferedReader(new InputStreamReader(Files.newInputStream(input), StandardCharsets.UTF_8));
    }

    private Writer create() throws IOException {
        return output == null
                ? new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))
                : Files.newBufferedWriter(output);
    }
}
