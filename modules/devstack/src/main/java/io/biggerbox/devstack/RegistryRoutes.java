package io.biggerbox.devstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.devstack.LogEntry.Stored;
import java.util.List;
import java.util.Optional;

/** Confluent's addresses, each with what it asks of the service. Answers are JSON. */
final class RegistryRoutes {
    private static final String READ_WRITE = "READWRITE";

    private final RegistryService service;
    private final ObjectMapper mapper = new ObjectMapper();

    RegistryRoutes(RegistryService service) {
        this.service = service;
    }

    /** @throws RegistryError for every answer that is not a success */
    JsonNode answer(RegistryRequest request) {
        String first = request.path().isEmpty() ? "" : request.path().get(0);
        return switch (first) {
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "compatibility" -> compatibility(request);
            case "config" -> config(request);
            case "mode" -> mode(request);
            case "" -> root(request);
            default -> throw unknown(request);
        };
    }

    private JsonNode root(RegistryRequest r) {
        if (r.is("GET")) {
            return mapper.createObjectNode();
        }
        throw unknown(r);
    }

    private JsonNode subjects(RegistryRequest r) {
        boolean deleted = r.flag("deleted");
        boolean permanent = r.flag("permanent");
        if (r.is("GET", "subjects")) {
            String prefix = r.query().getOrDefault("subjectPrefix", "");
            return json(service.subjects(deleted).stream()
                    .filter(subject -> subject.startsWith(prefix))
                    .toList());
        }
        if (r.path().size() < 2) {
            throw unknown(r);
        }
        String subject = r.path().get(1);
        if (r.is("POST", "subjects", "*")) {
            return full(service.lookUp(subject, r.schema(), deleted));
        }
        if (r.is("DELETE", "subjects", "*")) {
            return json(service.deleteSubject(subject, permanent));
        }
        if (r.is("GET", "subjects", "*", "versions")) {
            return json(service.versions(subject, deleted).stream()
                    .map(Stored::version)
                    .toList());
        }
        if (r.is("POST", "subjects", "*", "versions")) {
            return object("id", service.register(subject, r.schema()));
        }
        if (r.path().size() < 4) {
            throw unknown(r);
        }
        String version = r.path().get(3);
        if (r.is("GET", "subjects", "*", "versions", "*")) {
            return full(service.version(subject, version, deleted));
        }
        if (r.is("GET", "subjects", "*", "versions", "*", "schema")) {
            return parsed(service.version(subject, version, deleted));
        }
        if (r.is("GET", "subjects", "*", "versions", "*", "referencedby")) {
            service.version(subject, version, deleted);
            return mapper.createArrayNode();
        }
        if (r.is("DELETE", "subjects", "*", "versions", "*")) {
            return JsonNodeFactory.instance.numberNode(service.deleteVersion(subject, version, permanent));
        }
        throw unknown(r);
    }

    private JsonNode schemas(RegistryRequest r) {
        if (r.is("GET", "schemas", "types")) {
            return json(List.of("AVRO"));
        }
        if (r.path().size() < 3) {
            throw unknown(r);
        }
        String id = r.path().get(2);
        if (r.is("GET", "schemas", "ids", "*")) {
            return mapper.createObjectNode()
                    .put("schema", service.places(id).get(0).schema());
        }
        if (r.is("GET", "schemas", "ids", "*", "schema")) {
            return parsed(service.places(id).get(0));
        }
        boolean deleted = r.flag("deleted");
        if (r.is("GET", "schemas", "ids", "*", "subjects")) {
            return json(service.places(id).stream()
                    .filter(stored -> deleted || !stored.deleted())
                    .map(Stored::subject)
                    .distinct()
                    .toList());
        }
        if (r.is("GET", "schemas", "ids", "*", "versions")) {
            return json(service.places(id).stream()
                    .filter(stored -> deleted || !stored.deleted())
                    .map(stored -> mapper.createObjectNode()
                            .put("subject", stored.subject())
                            .put("version", stored.version()))
                    .toList());
        }
        throw unknown(r);
    }

    private JsonNode compatibility(RegistryRequest r) {
        boolean all = r.is("POST", "compatibility", "subjects", "*", "versions");
        if (!all && !r.is("POST", "compatibility", "subjects", "*", "versions", "*")) {
            throw unknown(r);
        }
        List<String> problems =
                service.compatibility(r.path().get(2), all ? null : r.path().get(4), r.schema());
        ObjectNode answer = mapper.createObjectNode().put("is_compatible", problems.isEmpty());
        if (r.flag("verbose")) {
            answer.set("messages", json(problems));
        }
        return answer;
    }

    private JsonNode config(RegistryRequest r) {
        if (r.path().size() > 2) {
            throw unknown(r);
        }
        String subject = r.path().size() == 2 ? r.path().get(1) : null;
        if (r.method().equals("PUT")) {
            String level = r.body().path("compatibility").asText("");
            service.setLevel(subject, CompatibilityLevel.parse(level));
            return r.body();
        }
        CompatibilityLevel level = subject == null
                ? service.globalLevel()
                : service.level(subject)
                        .or(() -> Optional.of(service.globalLevel()).filter(any -> r.flag("defaultToGlobal")))
                        .orElseThrow(() -> RegistryError.coded(
                                40408,
                                "Subject '" + subject + "' does not have subject-level compatibility configured"));
        if (r.method().equals("DELETE")) {
            service.setLevel(subject, null);
        } else if (!r.method().equals("GET")) {
            throw unknown(r);
        }
        return mapper.createObjectNode().put("compatibilityLevel", level.name());
    }

    private JsonNode mode(RegistryRequest r) {
        if (r.is("GET", "mode") || r.is("GET", "mode", "*")) {
            return mapper.createObjectNode().put("mode", READ_WRITE);
        }
        throw RegistryError.coded(42205, "this registry is always " + READ_WRITE);
    }

    private ObjectNode full(Stored stored) {
        return mapper.createObjectNode()
                .put("subject", stored.subject())
                .put("version", stored.version())
                .put("id", stored.id())
                .put("schema", stored.schema());
    }

    private JsonNode parsed(Stored stored) {
        try {
            return mapper.readTree(stored.schema());
        } catch (JsonProcessingException e) {
            throw RegistryError.store(e);
        }
    }

    private ObjectNode object(String name, int value) {
        return mapper.createObjectNode().put(name, value);
    }

    private JsonNode json(List<?> list) {
        return mapper.valueToTree(list);
    }

    private static RegistryError unknown(RegistryRequest r) {
        return new RegistryError(404, 404, "HTTP 404 Not Found: " + r.method() + " /" + String.join("/", r.path()));
    }
}
