package io.biggerbox.topologies.classify;

import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reader of the taxonomy in force, and the themes it can name.
 *
 * @param reader reads texts
 * @param themes ids of the taxonomy's themes
 */
record ReaderInForce(TextReader reader, Set<String> themes) {

    ReaderInForce {
        themes = Set.copyOf(themes);
    }

    static Function<Taxonomy, ReaderInForce> compiler(Function<Taxonomy, TextReader> readers) {
        return taxonomy -> new ReaderInForce(
                readers.apply(taxonomy),
                taxonomy.themes().stream().map(Theme::id).collect(Collectors.toUnmodifiableSet()));
    }
}
