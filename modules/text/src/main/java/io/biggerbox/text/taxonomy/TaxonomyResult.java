package io.biggerbox.text.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a taxonomy gave.
 *
 * @param taxonomy the taxonomy; null when there is an error
 * @param problems everything found, errors and warnings, in file order
 */
public record TaxonomyResult(@Nullable Taxonomy taxonomy, List<TaxonomyProblem> problems) {

    public TaxonomyResult {
        problems = List.copyOf(problems);
    }

    /** The taxonomy, for callers who cannot go on without it. */
    public Taxonomy orThrow() {
        if (taxonomy == null) {
            StringBuilder all = new StringBuilder("unusable taxonomy:");
            problems.forEach(problem -> all.append("\n  ").append(problem));
            throw new IllegalArgumentException(all.toString());
        }
        return taxonomy;
    }
}
