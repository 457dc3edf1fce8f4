package io.biggerbox.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.devstack.LogEntry.Erased;
import io.biggerbox.devstack.LogEntry.LevelSet;
import io.biggerbox.devstack.LogEntry.Stored;
import io.biggerbox.devstack.LogEntry.SubjectDeleted;
import io.biggerbox.devstack.LogEntry.SubjectErased;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Log entries as the JSON records that Confluent's registry keeps in {@code _schemas}. */
final class LogCodec {
    private static final String SCHEMA = "SCHEMA";
    private static final String DELETE_SUBJECT = "DELETE_SUBJECT";
    private static final String CONFIG = "CONFIG";

    private final ObjectMapper mapper = new ObjectMapper();

    /** A Kafka record's key and value; a null value is a tombstone. */
    record Raw(String key, @Nullable String value) {}

    Raw encode(LogEntry entry) {
        if (entry instanceof Stored s) {
            ObjectNode value = mapper.createObjectNode();
            value.put("subject", s.subject())
                    .put("version", s.version())
                    .put("id", s.id())
                    .put("schema", s.schema())
                    .put("deleted", s.deleted());
            return new Raw(text(versionKey(s.subject(), s.version())), text(value));
        }
        if (entry instanceof Erased e) {
            return new Raw(text(versionKey(e.subject(), e.version())), null);
        }
        if (entry instanceof SubjectDeleted d) {
            ObjectNode value = mapper.createObjectNode();
            value.put("subject", d.subject()).put("version", d.version());
            return new Raw(text(key(DELETE_SUBJECT, d.subject(), 0)), text(value));
        }
        if (entry instanceof SubjectErased e) {
            return new Raw(text(key(DELETE_SUBJECT, e.subject(), 0)), null);
        }
        LevelSet level = (LevelSet) entry;
        String key = text(key(CONFIG, level.subject(), 0));
        CompatibilityLevel set = level.level();
        return new Raw(key, set == null ? null : text(mapper.createObjectNode().put("compatibilityLevel", set.name())));
    }

    /** Empty for kinds of records that this registry has no use for, such as those that only mark the end of the log. */
    Optional<LogEntry> decode(@Nullable String key, @Nullable String value) {
        if (key == null) {
            return Optional.empty();
        }
        JsonNode k = parse(key);
        JsonNode v = value == null ? null : parse(value);
        String subject = k.path("subject").isTextual() ? k.path("subject").asText() : null;
        return Optional.ofNullable(decode(k, subject, v));
    }

    private static @Nullable LogEntry decode(JsonNode key, @Nullable String subject, @Nullable JsonNode value) {
        String kind = key.path("keytype").asText();
        if (kind.equals(CONFIG)) {
            String level = value == null ? "" : value.path("compatibilityLevel").asText();
            return new LevelSet(subject, level.isEmpty() ? null : CompatibilityLevel.parse(level));
        }
        if (subject == null) {
            return null;
        }
        if (kind.equals(SCHEMA)) {
            int version = key.path("version").asInt();
            return value == null
                    ? new Erased(subject, version)
                    : new Stored(
                            subject,
                            version,
                            value.path("id").asInt(),
                            value.path("schema").asText(),
                            value.path("deleted").asBoolean());
        }
        if (kind.equals(DELETE_SUBJECT)) {
            return value == null
                    ? new SubjectErased(subject)
                    : new SubjectDeleted(subject, value.path("version").asInt());
        }
        return null;
    }

    private ObjectNode versionKey(String subject, int version) {
        // Compaction goes by the bytes of the key: the order of the fields is part of the format.
        return mapper.createObjectNode()
                .put("keytype", SCHEMA)
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private ObjectNode key(String kind, @Nullable String subject, int magic) {
        return mapper.createObjectNode()
                .put("keytype", kind)
                .put("subject", subject)
                .put("magic", magic);
    }

    private String text(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a record of the registry's log is no JSON", e);
        }
    }
}
