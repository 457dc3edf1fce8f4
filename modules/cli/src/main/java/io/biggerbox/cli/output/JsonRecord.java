package io.biggerbox.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The way back from {@link RecordJson}: public records from JSON as it is printed. */
public final class JsonRecord {

    private JsonRecord() {}

    /**
     * The record that an object describes. Fields that are left out get their defaults.
     *
     * @param schema of a generated record
     * @param json as {@link RecordJson} prints it
     * @throws CommandFailedException if it describes none; names the field, what is wrong and what to do
     */
    public static SpecificRecord read(Schema schema, JsonNode json) {
        return record(schema, json, "");
    }

    private static SpecificRecord record(Schema schema, JsonNode json, String path) {
        if (!json.isObject()) {
            throw wrong(path, "must be an object with the fields of " + schema.getName(), json);
        }
        refuseUnknown(schema, json, path);
        SpecificRecord made = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            String at = path.isEmpty() ? field.name() : path + "." + field.name();
            JsonNode given = json.get(field.name());
            if (given == null && !field.hasDefaultValue()) {
                throw new CommandFailedException(at + " is missing and has no default; add it");
            }
            made.put(
                    field.pos(),
                    given == null ? SpecificData.get().getDefaultValue(field) : value(field.schema(), given, at));
        }
        return made;
    }

    private static void refuseUnknown(Schema schema, JsonNode json, String path) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (schema.getField(name) == null) {
                TreeSet<String> known = new TreeSet<>();
                schema.getFields().forEach(field -> known.add(field.name()));
                throw new CommandFailedException((path.isEmpty() ? name : path + "." + name) + " is no field of "
                        + schema.getName() + "; use one of " + known);
            }
        }
    }

    private static @Nullable Object value(Schema schema, JsonNode json, String path) {
        return switch (schema.getType()) {
            case UNION -> union(schema, json, path);
            case RECORD -> record(schema, json, path);
            case ARRAY -> list(schema, json, path);
            case MAP -> map(schema, json, path);
            case ENUM -> symbol(schema, json, path);
            case STRING -> require(json.isTextual(), json, path, "text").textValue();
            case BOOLEAN ->
                require(json.isBoolean(), json, path, "true or false").booleanValue();
            case INT ->
                require(json.canConvertToInt() && json.isIntegralNumber(), json, path, "a whole number")
                        .intValue();
            case LONG -> number(schema, json, path);
            case DOUBLE -> require(json.isNumber(), json, path, "a number").doubleValue();
            default -> throw wrong(path, "cannot be written by this command", json);
        };
    }

    private static @Nullable Object union(Schema schema, JsonNode json, String path) {
        if (json.isNull() && schema.isNullable()) {
            return null;
        }
        for (Schema branch : schema.getTypes()) {
            if (branch.getType() != Schema.Type.NULL) {
                // our unions are a type or null
                return value(branch, json, path);
            }
        }
        throw wrong(path, "must be null", json);
    }

    private static List<@Nullable Object> list(Schema schema, JsonNode json, String path) {
        require(json.isArray(), json, path, "a list");
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(value(schema.getElementType(), json.get(i), path + "[" + i + "]"));
        }
        return items;
    }

    private static Map<String, @Nullable Object> map(Schema schema, JsonNode json, String path) {
        require(json.isObject(), json, path, "an object");
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> entries.put(
                        entry.getKey(), value(schema.getValueType(), entry.getValue(), path + "." + entry.getKey())));
        return entries;
    }

    private static Object symbol(Schema schema, JsonNode json, String path) {
        if (!json.isTextual() || !schema.hasEnumSymbol(json.textValue())) {
            throw wrong(path, "must be one of " + schema.getEnumSymbols(), json);
        }
        return SpecificData.get().createEnum(json.textValue(), schema);
    }

    private static Object number(Schema schema, JsonNode json, String path) {
        if (!(schema.getLogicalType() instanceof LogicalTypes.TimestampMillis)) {
            return require(json.canConvertToLong() && json.isIntegralNumber(), json, path, "a whole number")
                    .longValue();
        }
        try {
            return Instant.parse(json.asText());
        } catch (DateTimeException e) {
            throw wrong(path, "must be a time such as 2026-03-01T09:30:00Z", json);
        }
    }

    private static JsonNode require(boolean good, JsonNode json, String path, String what) {
        if (!good) {
            throw wrong(path, "must be " + what, json);
        }
        return json;
    }

    private static CommandFailedException wrong(String path, String demand, JsonNode json) {
        return new CommandFailedException((path.isEmpty() ? "the value" : path) + " " + demand + ", and is "
                + SafeText.oneLine(json.toString(), 80));
    }
}
