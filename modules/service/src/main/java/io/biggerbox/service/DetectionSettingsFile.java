package io.biggerbox.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads when alerts are raised from a YAML file:
 *
 * <pre>
 * defaults:
 *   chronicPerWeek: 5
 * products:
 *   Mobile app:
 *     chronicPerWeek: 12
 *     themes:
 *       login.cannot-sign-in:
 *         chronicPerWeek: 4
 * </pre>
 *
 * What a level does not say, the level above it says; the names are those of {@link DetectionSettings}.
 */
public final class DetectionSettingsFile {

    private static final String THEMES = "themes";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path file;
    private final List<String> problems = new ArrayList<>();

    private DetectionSettingsFile(Path file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws InvalidSettingsException naming everything that is wrong with it
     */
    public static SettingsBook read(Path file) {
        return new DetectionSettingsFile(file).read();
    }

    private SettingsBook read() {
        JsonNode root = parse();
        requireKnown("", root, List.of("defaults", "products"));
        ObjectNode builtIn = YAML.valueToTree(DetectionSettings.DEFAULTS);
        ObjectNode defaults = usable("defaults", builtIn, root.path("defaults"), List.of());
        SettingsBook.Builder book = SettingsBook.builder(settings(defaults));
        for (Map.Entry<String, JsonNode> product : children("products", root.path("products"))) {
            String at = "products." + product.getKey();
            ObjectNode own = usable(at, defaults, product.getValue(), List.of(THEMES));
            book.product(product.getKey(), settings(own));
            for (Map.Entry<String, JsonNode> theme :
                    children(at + "." + THEMES, product.getValue().path(THEMES))) {
                String where = at + ".themes." + theme.getKey();
                book.theme(product.getKey(), theme.getKey(), settings(usable(where, own, theme.getValue(), List.of())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(file, problems);
        }
        return book.build();
    }

    private JsonNode parse() {
        try {
            JsonNode root = YAML.readTree(Files.readString(file));
            return root == null || root.isMissingNode() || root.isNull() ? YAML.createObjectNode() : root;
        } catch (JsonProcessingException e) {
            throw new InvalidSettingsException(file, List.of("is not YAML: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new InvalidSettingsException(file, List.of("cannot be read: " + e.getMessage()));
        }
    }

    private void requireKnown(String at, JsonNode node, List<String> known) {
        if (!node.isObject()) {
            problems.add((at.isEmpty() ? "the file" : at) + " must be a map of names to values");
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(
                        (at.isEmpty() ? "" : at + ".") + name + " is unknown; known are " + String.join(", ", known));
            }
        });
    }

    private ObjectNode merged(String at, ObjectNode above, JsonNode own, List<String> others) {
        ObjectNode all = above.deepCopy();
        if (own.isMissingNode() || own.isNull()) {
            return all;
        }
        List<String> known = new ArrayList<>(others);
        above.fieldNames().forEachRemaining(known::add);
        requireKnown(at, own, known);
        own.properties().forEach(entry -> {
            if (!others.contains(entry.getKey())) {
                all.set(entry.getKey(), entry.getValue());
            }
        });
        return all;
    }

    /** What a level says over the level above it; the level above alone when it makes no sense, so that each problem is told once. */
    private ObjectNode usable(String at, ObjectNode above, JsonNode own, List<String> others) {
        ObjectNode all = merged(at, above, own, others);
        try {
            YAML.treeToValue(all, DetectionSettings.class);
            return all;
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            problems.add(at + ": "
                    + String.valueOf(cause.getMessage()).lines().findFirst().orElse("cannot be read"));
            return above;
        }
    }

    private Iterable<Map.Entry<String, JsonNode>> children(String at, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isObject()) {
            problems.add(at + " must be a map of names to values");
        }
        return node.properties();
    }

    private static DetectionSettings settings(ObjectNode usable) {
        try {
            return YAML.treeToValue(usable, DetectionSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was read a moment ago", e);
        }
    }
}
