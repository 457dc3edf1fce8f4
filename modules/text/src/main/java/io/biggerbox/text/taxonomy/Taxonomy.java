package io.biggerbox.text.taxonomy;

import io.biggerbox.text.learned.ThemeModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A versioned set of themes.
 *
 * @param id name of the taxonomy, for instance {@code default}
 * @param version changes whenever the content does; every label names it
 * @param themes in file order, ids unique
 * @param learned what finds the themes in other words than those of their phrases; null if the taxonomy was not compiled
 */
public record Taxonomy(String id, String version, List<Theme> themes, @Nullable ThemeModel learned) {
    private static final char PLUS = '+';

    public Taxonomy {
        themes = List.copyOf(themes);
    }

    /** A taxonomy that was not compiled. */
    public Taxonomy(String id, String version, List<Theme> themes) {
        this(id, version, themes, null);
    }

    /** The same themes with a learned model: after a plus sign the version says which. */
    public Taxonomy with(ThemeModel model) {
        return new Taxonomy(id, plainVersion() + PLUS + model.digest(), themes, model);
    }

    /** The version of the themes alone. */
    String plainVersion() {
        int plus = version.lastIndexOf(PLUS);
        return plus > 0 ? version.substring(0, plus) : version;
    }
}
