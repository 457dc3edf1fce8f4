package io.biggerbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object by its keys; a value inside another object is reached by a path with points, {@code user.id}. */
record JsonCells(ObjectNode object) implements Cells {

    @Override
    public @Nullable String get(String name) {
        JsonNode node = find(name);
        return node == null || !node.isValueNode() || node.isNull() ? null : Texts.blankToNull(node.asText());
    }

    @Nullable
    JsonNode find(String name) {
        JsonNode node = object.get(name);
        if (node != null || name.indexOf('.') < 0) {
            return node;
        }
        JsonNode step = object;
        for (String key : name.split("\\.", -1)) {
            step = step == null ? null : step.get(key);
        }
        return step;
    }

    @Override
    public SortedMap<String, String> rest(Set<String> without) {
        SortedMap<String, String> rest = new TreeMap<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (!without.contains(entry.getKey()) && value.isValueNode() && !value.isNull()) {
                rest.put(entry.getKey(), value.asText());
            }
        });
        return rest;
    }
}
