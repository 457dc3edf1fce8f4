import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.formats.avro.registry.confluent.ConfluentRegistryAvroDeserializationSchema;

/**
 * Decodes records as a Flink job does, and prints each as a line of JSON. Run from its source, with nothing on the class path
 * but Flink: its Avro and its registry client are of other versions than ours.
 *
 * <p>Standard input has a line for each record, TOPIC SPACE VALUE, with the value in base64. The first argument is the
 * registry. A job reads with a schema of its own; here it is the newest one of each subject.
 */
public final class ContractReader {

    private final String registry;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, DeserializationSchema<GenericRecord>> byTopic = new HashMap<>();

    private ContractReader(String registry) {
        this.registry = registry;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ContractReader reader = new ContractReader(args[0]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            out.println(reader.read(words[0], Base64.getDecoder().decode(words[1])));
        }
    }

    private GenericRecord read(String topic, byte[] value) throws IOException, InterruptedException {
        DeserializationSchema<GenericRecord> schema = byTopic.get(topic);
        if (schema == null) {
            schema = ConfluentRegistryAvroDeserializationSchema.forGeneric(newestSchema(topic), registry);
            byTopic.put(topic, schema);
        }
        return schema.deserialize(value);
    }

    private Schema newestSchema(String topic) throws IOException, InterruptedException {
        URI address = URI.create(registry + "/subjects/" + topic + "-value/versions/latest/schema");
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return new Schema.Parser().parse(answer.body());
    }
}
