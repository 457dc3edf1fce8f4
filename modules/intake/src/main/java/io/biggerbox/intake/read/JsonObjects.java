package io.biggerbox.intake.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The text of one JSON object to its tree, or to the fault that keeps it from being one. */
final class JsonObjects {

    private static final String REMEDY = "Each record must be one complete JSON object.";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    ReadRow<ObjectNode> parse(long line, String raw) {
        try {
            JsonNode node = mapper.readTree(raw);
            if (node instanceof ObjectNode object) {
                return new ReadRow.Intact<>(line, raw, object);
            }
            return broken(line, raw, "the record is not a JSON object");
        } catch (JsonProcessingException e) {
            return broken(line, raw, "not valid JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    static ReadRow<ObjectNode> broken(long line, String raw, String reason) {
        return new ReadRow.Damaged<>(line, raw, RowFault.ofRow(RejectKind.BROKEN_SYNTAX, reason, REMEDY));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
