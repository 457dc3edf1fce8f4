package io.biggerbox.events.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * Schemas as others should see them. Generated Java classes carry {@code avro.java.string} in every string and map of their
 * schema: a note of ours to ourselves, which would make the subject differ from the {@code .avsc} file.
 */
public final class CleanSchema {
    private static final String JAVA_STRING = "avro.java.string";

    private CleanSchema() {}

    /** {@code schema} without notes for Java; the same bytes read and write under both. */
    public static Schema of(Schema schema) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            JsonNode tree = mapper.readTree(schema.toString());
            strip(tree);
            return new Schema.Parser().parse(mapper.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("schema " + schema.getName() + " does not print as JSON", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String type = object.path("type").asText();
            if (type.equals("string") || type.equals("map")) {
                object.remove(JAVA_STRING);
            }
        }
        node.forEach(CleanSchema::strip);
    }
}
