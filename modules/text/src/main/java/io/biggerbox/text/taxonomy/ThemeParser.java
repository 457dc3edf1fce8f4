package io.biggerbox.text.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns YAML values into themes, and everything unexpected into problems. */
final class ThemeParser {
    private static final Set<String> FILE_KEYS = Set.of("id", "version", "themes");
    private static final Set<String> THEME_KEYS =
            Set.of("id", "name", "description", "parent", "team", "phrases", "include", "exclude");

    private final String file;
    private final TaxonomyDraft draft;

    ThemeParser(String file, TaxonomyDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    void root(@Nullable Object document) {
        if (!(document instanceof Map<?, ?> root)) {
            draft.error(file, null, null, "holds no themes", "start with the key 'themes:' and a list below it");
            return;
        }
        unknown(root, FILE_KEYS, null);
        String id = text(root, "id", null);
        if (id != null) {
            draft.id(file, id);
        }
        String version = text(root, "version", null);
        if (version != null) {
            draft.version(file, version);
        }
        if (!(root.get("themes") instanceof List<?> themes) || themes.isEmpty()) {
            draft.error(file, null, "themes", "is missing or empty", "list at least one theme below it");
            return;
        }
        for (int i = 0; i < themes.size(); i++) {
            theme(themes.get(i), i);
        }
    }

    private void theme(@Nullable Object value, int index) {
        String position = "themes[" + index + "]";
        if (!(value instanceof Map<?, ?> node)) {
            draft.error(file, position, null, "is no theme", "give it at least id, name, team and phrases");
            return;
        }
        String id = node.get("id") instanceof String given ? given.strip() : "";
        String label = id.isEmpty() ? position : id;
        unknown(node, THEME_KEYS, label);
        required(node, "id", label);
        String name = required(node, "name", label);
        String team = required(node, "team", label);
        String description = text(node, "description", label);
        List<String> phrases = list(node, "phrases", label);
        List<String> include = list(node, "include", label);
        List<String> exclude = list(node, "exclude", label);
        if (!id.isEmpty()) {
            String parent = text(node, "parent", label);
            String said = description == null ? "" : description;
            draft.add(file, new Theme(id, name, said, parent, team, phrases, include, exclude));
        }
    }

    private void unknown(Map<?, ?> node, Set<String> known, @Nullable String theme) {
        for (Object key : node.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                draft.error(
                        file,
                        theme,
                        name,
                        "is no known field",
                        "use one of " + known.stream().sorted().toList());
            }
        }
    }

    private String required(Map<?, ?> node, String field, String theme) {
        String value = text(node, field, theme);
        if (value == null) {
            draft.error(file, theme, field, "is missing", "every theme needs it");
            return "";
        }
        return value;
    }

    private @Nullable String text(Map<?, ?> node, String field, @Nullable String theme) {
        Object value = node.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String given)) {
            draft.error(file, theme, field, "is a list or a map", "write one line of text");
            return null;
        }
        String text = given.strip();
        return text.isEmpty() ? null : text;
    }

    private List<String> list(Map<?, ?> node, String field, String theme) {
        Object value = node.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> listed)) {
            draft.error(file, theme, field, "is no list", "write every entry on its own line after a hyphen");
            return List.of();
        }
        List<String> entries = new ArrayList<>();
        for (Object entry : listed) {
            if (entry instanceof String text && !text.isBlank()) {
                entries.add(text.strip());
            } else {
                draft.error(
                        file,
                        theme,
                        field,
                        "has an entry that is no text",
                        "write plain text, quoted if it has a colon");
            }
        }
        return entries;
    }
}
