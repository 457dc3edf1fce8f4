package io.biggerbox.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.output.JsonRecord;
import io.biggerbox.cli.stack.ActorOption;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.service.DeadLetter;
import io.biggerbox.service.DeadLetterDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes letters to their topics again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Writes dead letters to the topics on which they stood, as they came or repaired. Each is replayed once,"
                    + " however often it is asked for; one that fails again is a new dead letter.",
            "To repair one: dead-letters show 17 --value-to 17.json, mend the file, dead-letters replay 17 --value 17.json"
        })
final class ReplayLetters implements Callable<Integer> {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Option(names = "--key", description = "The key to write instead, for one letter.")
    private @Nullable String key;

    @Option(
            names = "--value",
            paramLabel = "FILE",
            description = "The value to write instead, for one letter: JSON as show prints it.")
    private @Nullable Path file;

    @Mixin
    private ActorOption actor = new ActorOption();

    @Option(names = "--dry-run", description = "Only says what would be written.")
    private boolean dryRun;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    ReplayLetters() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Connection stack = Connection.open(connection);
                DeadLetterDesk desk =
                        DeadLetterDesk.open(stack.client(), stack.topics().deadLetters(), actor.name())) {
            List<DeadLetter> chosen = choice.of(desk);
            boolean repaired = key != null || file != null;
            if (repaired && chosen.size() > 1) {
                throw new CommandFailedException(
                        "--key and --value repair one letter, and " + chosen.size() + " are chosen");
            }
            LetterView view = new LetterView(stack.topics());
            int replayed = 0;
            for (DeadLetter letter : chosen) {
                if (letter.topic() == null) {
                    out.println("dead letter " + letter.id() + " is a failure without a record: nothing to replay");
                    continue;
                }
                byte[] newKey = key == null ? letter.key() : key.getBytes(UTF_8);
                byte[] newValue = file == null ? letter.value() : value(file, letter, view);
                if (!dryRun) {
                    desk.replay(letter, newKey, newValue);
                }
                replayed++;
                out.println((dryRun ? "would replay " : "replayed ") + letter.id() + " to " + letter.topic());
            }
            out.println(replayed + (dryRun ? " dead letters would be replayed" : " dead letters replayed"));
        }
        out.flush();
        return 0;
    }

    private static byte[] value(Path file, DeadLetter letter, LetterView view) throws IOException {
        Topic<?, ?> topic = view.topic(letter)
                .orElseThrow(() -> new CommandFailedException(
                        letter.topic() + " is an internal topic: its records can be replayed, not repaired"));
        if (!(topic.valueSerde() instanceof AvroSerde<?> records)) {
            throw new CommandFailedException(
                    "the values of " + topic.name() + " are plain bytes and cannot be repaired");
        }
        try {
            return bytes(topic.name(), records, file);
        } catch (JsonProcessingException e) {
            throw new CommandFailedException(file + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static <V extends SpecificRecord> byte[] bytes(String topic, AvroSerde<V> serde, Path file)
            throws IOException {
        JsonNode json = MAPPER.readTree(Files.readString(file));
        SpecificRecord record = JsonRecord.read(SpecificData.get().getSchema(serde.type()), json);
        return serde.serializer().serialize(topic, serde.type().cast(record));
    }
}
