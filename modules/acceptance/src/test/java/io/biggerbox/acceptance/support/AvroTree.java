package io.biggerbox.acceptance.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as plain trees, so that what other clients read can be compared with what ours read: times in milliseconds, unions
 * without their branch, and numbers by their value, whether it was written 5 or 5.0.
 */
public final class AvroTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AvroTree() {}

    /** The tree of a record of ours; null for a tombstone. */
    public static JsonNode of(@Nullable SpecificRecord record) {
        return record == null ? NODES.nullNode() : tree(record.getSchema(), record);
    }

    private static JsonNode tree(Schema schema, @Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema, (SpecificRecord) value);
            case UNION -> tree(schema.getTypes().get(SpecificData.get().resolveUnion(schema, value)), value);
            case ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                ((Collection<?>) value).forEach(element -> array.add(tree(schema.getElementType(), element)));
                yield array;
            }
            case MAP -> {
                ObjectNode map = NODES.objectNode();
                ((Map<?, ?>) value).forEach((key, each) -> map.set(key.toString(), tree(schema.getValueType(), each)));
                yield map;
            }
            case STRING, ENUM -> NODES.textNode(value.toString());
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            case LONG -> number(value instanceof Instant time ? time.toEpochMilli() : (long) (Long) value);
            case INT -> number((long) (Integer) value);
            case DOUBLE -> number((Double) value);
            default -> throw new IllegalArgumentException("a type that no contract of ours has: " + schema);
        };
    }

    private static ObjectNode record(Schema schema, SpecificRecord record) {
        ObjectNode fields = NODES.objectNode();
        schema.getFields().forEach(field -> fields.set(field.name(), tree(field.schema(), record.get(field.pos()))));
        return fields;
    }

    /** A tree that somebody else has printed, in the same form. */
    public static JsonNode of(JsonNode printed) {
        if (printed.isNumber()) {
            return printed.isIntegralNumber() ? number(printed.longValue()) : number(printed.doubleValue());
        }
        if (printed.isArray()) {
            ArrayNode array = NODES.arrayNode();
            printed.forEach(element -> array.add(of(element)));
            return array;
        }
        if (printed.isObject()) {
            ObjectNode object = NODES.objectNode();
            printed.properties().forEach(field -> object.set(field.getKey(), of(field.getValue())));
            return object;
        }
        return printed;
    }

    private static JsonNode number(long value) {
        return NODES.numberNode(BigDecimal.valueOf(value).stripTrailingZeros());
    }

    private static JsonNode number(double value) {
        return NODES.numberNode(BigDecimal.valueOf(value).stripTrailingZeros());
    }
}
