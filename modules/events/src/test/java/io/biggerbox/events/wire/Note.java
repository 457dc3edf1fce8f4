package io.biggerbox.events.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** A small record as Avro generates them, with the versions that it could have had before and after. */
public final class Note extends SpecificRecordBase {
    private static final long serialVersionUID = 1L;

    private static final String STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";

    /** Avro looks the schema up under this name. */
    public static final Schema SCHEMA$ = schema(
            "{\"name\":\"id\",\"type\":" + STRING + "}",
            "{\"name\":\"stars\",\"type\":\"int\"}",
            "{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":" + STRING + "},\"default\":[]}",
            "{\"name\":\"comment\",\"type\":[\"null\"," + STRING + "],\"default\":null}");

    /** Before tags and comment were added; with a field that has gone since. */
    static Schema olderSchema() {
        return schema(
                "{\"name\":\"id\",\"type\":\"string\"}",
                "{\"name\":\"legacy\",\"type\":{\"type\":\"map\",\"values\":\"long\"}}",
                "{\"name\":\"stars\",\"type\":\"int\"}");
    }

    /** A schema of the same name that no Note can be read from. */
    static Schema foreignSchema() {
        return schema("{\"name\":\"id\",\"type\":\"string\"}", "{\"name\":\"stars\",\"type\":\"string\"}");
    }

    private static Schema schema(String... fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"io.biggerbox.events.wire\",\"fields\":["
                        + String.join(",", fields) + "]}");
    }

    private @Nullable String id;
    private int stars;
    /** Mutable, as in generated classes: Avro fills the list that it finds. */
    private List<String> tags = new ArrayList<>();

    private @Nullable String comment;

    /** Avro makes instances with this. */
    public Note() {}

    Note(@Nullable String id, int stars, List<String> tags, @Nullable String comment) {
        this.id = id;
        this.stars = stars;
        this.tags = tags;
        this.comment = comment;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public @Nullable Object get(int field) {
        return switch (field) {
            case 0 -> id;
            case 1 -> stars;
            case 2 -> tags;
            default -> comment;
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(int field, @Nullable Object value) {
        switch (field) {
            case 0 -> id = (String) value;
            case 1 -> stars = value instanceof Integer number ? number : 0;
            case 2 -> tags = value instanceof List<?> list ? (List<String>) list : new ArrayList<>();
            default -> comment = (String) value;
        }
    }
}
