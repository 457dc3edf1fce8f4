package io.biggerbox.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, taken apart.
 *
 * @param method in capitals
 * @param path decoded segments; none for the root
 * @param query decoded parameters, the last of each name
 * @param body JSON; {@link MissingNode} if there is none
 */
record RegistryRequest(String method, List<String> path, Map<String, String> query, JsonNode body) {
    static RegistryRequest of(String method, URI uri, JsonNode body) {
        List<String> path = new ArrayList<>();
        for (String segment : String.valueOf(uri.getRawPath()).split("/", -1)) {
            if (!segment.isEmpty()) {
                // In a path, unlike in a query, a plus is a plus.
                path.add(decode(segment.replace("+", "%2B")));
            }
        }
        return new RegistryRequest(method, List.copyOf(path), parameters(uri.getRawQuery()), body);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return Map.copyOf(parameters);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RegistryError(400, 400, "not a valid address: " + text);
        }
    }

    boolean flag(String name) {
        return "true".equalsIgnoreCase(query.get(name));
    }

    /**
     * Whether method and path match, e.g. {@code is("GET", "subjects", "*", "versions")}; a star matches any one segment.
     */
    boolean is(String wantedMethod, String... pattern) {
        if (!method.equals(wantedMethod) || path.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The schema that the body brings. */
    String schema() {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !type.equals("null")) {
            throw RegistryError.invalidSchema("this registry keeps Avro only, not " + type);
        }
        if (body.path("references").size() > 0) {
            throw RegistryError.invalidSchema("this registry does not keep references between schemas");
        }
        if (!body.path("schema").isTextual()) {
            throw RegistryError.coded(42201, "Empty schema");
        }
        return body.path("schema").asText();
    }
}
