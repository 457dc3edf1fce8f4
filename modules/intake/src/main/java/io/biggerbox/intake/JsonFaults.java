package io.biggerbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.intake.read.RejectKind;
import org.jspecify.annotations.Nullable;

/** Values of a JSON object, and complaints about their shape. */
final class JsonFaults {

    private JsonFaults() {}

    /** The value as text; null when there is none, it is blank, or it is an object or array. */
    static @Nullable String text(@Nullable JsonNode parent, String name) {
        JsonNode node = parent == null ? null : parent.get(name);
        return node == null || node.isNull() || !node.isValueNode() ? null : Texts.blankToNull(node.asText());
    }

    /** The array under a name; null when there is none; a fault when it is something else. */
    static @Nullable JsonNode array(JsonNode parent, String name) {
        JsonNode node = parent.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isArray()) {
            throw wrongShape(name, name + " is not an array");
        }
        return node;
    }

    static RowFaultException wrongShape(String field, String reason) {
        return new RowFaultException(
                field, RejectKind.WRONG_SHAPE, reason, "See the format in docs/importing.md and export it so.");
    }
}
