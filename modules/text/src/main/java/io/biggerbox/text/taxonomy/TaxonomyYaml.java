package io.biggerbox.text.taxonomy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A taxonomy as YAML text: for files, and for transport. */
public final class TaxonomyYaml {
    private static final int FINGERPRINT = 12;
    private static final String SEPARATOR = "\u0000";

    private TaxonomyYaml() {}

    /**
     * The taxonomy as one YAML document; {@link #fromYaml} gives it back unchanged.
     *
     * @param taxonomy what to write
     */
    public static String toYaml(Taxonomy taxonomy) {
        return toYaml(taxonomy, taxonomy.version());
    }

    /** Without a version the reader of the document makes one of its content. */
    static String toYaml(Taxonomy taxonomy, @Nullable String version) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("id", taxonomy.id());
        if (version != null) {
            root.put("version", version);
        }
        root.put("themes", taxonomy.themes().stream().map(TaxonomyYaml::fields).toList());
        return document(root);
    }

    private static String document(Map<String, Object> root) {
        try {
            return mapper().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a taxonomy holds strings only, and those can be written", e);
        }
    }

    /**
     * Themes alone as one YAML document, to be a file of a taxonomy.
     *
     * @param themes what to write
     */
    public static String toYaml(List<Theme> themes) {
        return document(
                Map.of("themes", themes.stream().map(TaxonomyYaml::fields).toList()));
    }

    /**
     * A taxonomy of these themes, checked as one that is read is; its version is a fingerprint of the content.
     *
     * @param id name of the taxonomy
     * @param themes its themes
     */
    public static TaxonomyResult check(String id, List<Theme> themes) {
        TaxonomyDraft draft = new TaxonomyDraft();
        draft.id("taxonomy", id);
        themes.forEach(theme -> draft.add("taxonomy", theme));
        return draft.finish();
    }

    /**
     * Reads what {@link #toYaml} wrote, or what a person did.
     *
     * @param yaml one document
     */
    public static TaxonomyResult fromYaml(String yaml) {
        TaxonomyDraft draft = new TaxonomyDraft();
        read("taxonomy", yaml, draft);
        return draft.finish();
    }

    static void read(String file, String yaml, TaxonomyDraft draft) {
        if (yaml.isBlank()) {
            draft.error(file, null, null, "is empty", "write at least one theme");
            return;
        }
        Object root;
        try {
            root = YamlValues.read(yaml);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("syntax error");
            draft.error(
                    file,
                    null,
                    null,
                    "line " + line + " is not YAML: " + what,
                    "check indentation, quotes and colons there");
            return;
        } catch (IOException | StackOverflowError | RuntimeException e) {
            draft.error(file, null, null, "is not YAML: " + e.getClass().getSimpleName(), "write one YAML document");
            return;
        }
        new ThemeParser(file, draft).root(root);
    }

    /** First 12 hexadecimal digits of the SHA-256 of everything that decides what the themes find and whose they are. */
    static String fingerprint(List<Theme> themes) {
        StringBuilder canonical = new StringBuilder();
        for (Theme theme : themes) {
            String parent = theme.parent() == null ? "" : theme.parent();
            canonical.append(
                    String.join(SEPARATOR, theme.id(), theme.name(), theme.description(), parent, theme.team()));
            for (List<String> words : List.of(theme.phrases(), theme.include(), theme.exclude())) {
                canonical.append('\u0001').append(String.join(SEPARATOR, words));
            }
            canonical.append('\u0002');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, Object> fields(Theme theme) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", theme.id());
        fields.put("name", theme.name());
        fields.put("description", theme.description());
        if (theme.parent() != null) {
            fields.put("parent", theme.parent());
        }
        fields.put("team", theme.team());
        fields.put("phrases", theme.phrases());
        fields.put("include", theme.include());
        fields.put("exclude", theme.exclude());
        return fields;
    }

    private static YAMLMapper mapper() {
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build();
        return new YAMLMapper(factory);
    }
}
