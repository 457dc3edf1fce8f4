package io.biggerbox.text.taxonomy;

import io.biggerbox.text.learned.ThemeModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled taxonomy as a folder: its themes, and beside them the model that was learned for them. */
public final class CompiledTaxonomy {
    /** The themes. */
    public static final String THEMES = "taxonomy.yaml";

    /** The learned model. */
    public static final String MODEL = "themes.model";

    private CompiledTaxonomy() {}

    /**
     * Writes both files.
     *
     * @param folder is made if it is not there
     * @param taxonomy has a learned model
     */
    public static void write(Path folder, Taxonomy taxonomy) throws IOException {
        ThemeModel model = taxonomy.learned();
        if (model == null) {
            throw new IllegalArgumentException("taxonomy " + taxonomy.version() + " was not compiled");
        }
        Files.createDirectories(folder);
        // a version that somebody chose stays; one that was made of the content shall follow later changes of it
        String version = taxonomy.plainVersion();
        boolean made = version.equals(TaxonomyYaml.fingerprint(taxonomy.themes()));
        String yaml = TaxonomyYaml.toYaml(taxonomy, made ? null : version);
        Files.write(folder.resolve(THEMES), yaml.getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve(MODEL), model.toBytes());
    }

    /** The model of a folder; null if it has none, or one that cannot be used, which then is a problem of the draft. */
    static @Nullable ThemeModel read(Path folder, TaxonomyDraft draft) throws IOException {
        Path file = folder.resolve(MODEL);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        if (Files.size(file) > ThemeModel.LARGEST) {
            problem(draft, "is larger than the " + ThemeModel.LARGEST + " bytes that a model may have");
            return null;
        }
        try {
            ThemeModel model = ThemeModel.read(Files.readAllBytes(file));
            Set<String> unknown = new HashSet<>(model.labels());
            unknown.remove(ThemeModel.NONE);
            draft.themes().forEach(placed -> unknown.remove(placed.theme().id()));
            if (!unknown.isEmpty()) {
                problem(
                        draft,
                        "was compiled for themes that are not there: "
                                + unknown.stream().sorted().toList());
                return null;
            }
            return model;
        } catch (IllegalArgumentException e) {
            problem(draft, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void problem(TaxonomyDraft draft, String what) {
        draft.error(MODEL, null, null, what, "compile the taxonomy again, or remove the file");
    }
}
