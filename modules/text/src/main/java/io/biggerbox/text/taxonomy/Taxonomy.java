package io.biggerbox.text.taxonomy;

import java.util.List;

/**
 * A versioned set of themes.
 *
 * @param id name of the taxonomy, for instance {@code default}
 * @param version changes whenever the content does; every label names it
 * @param themes in file order, ids unique
 */
public record Taxonomy(String id, String version, List<Theme> themes) {

    public Taxonomy {
        themes = List.copyOf(themes);
    }
}
