package io.biggerbox.text.taxonomy;

import io.biggerbox.text.learned.ThemeModel;
import io.biggerbox.text.taxonomy.TaxonomyProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been read so far, from one file or several; confined to one call. */
final class TaxonomyDraft {
    /** A theme with the file it came from. */
    record Placed(String file, Theme theme) {}

    private final List<Placed> themes = new ArrayList<>();
    private final List<TaxonomyProblem> problems = new ArrayList<>();
    private @Nullable String id;
    private @Nullable String version;
    private @Nullable ThemeModel learned;

    List<Placed> themes() {
        return themes;
    }

    List<TaxonomyProblem> problems() {
        return problems;
    }

    void add(String file, Theme theme) {
        themes.add(new Placed(file, theme));
    }

    void error(String file, @Nullable String theme, @Nullable String field, String message, String remedy) {
        problems.add(new TaxonomyProblem(Severity.ERROR, file, theme, field, message, remedy));
    }

    void warning(String file, @Nullable String theme, @Nullable String field, String message, String remedy) {
        problems.add(new TaxonomyProblem(Severity.WARNING, file, theme, field, message, remedy));
    }

    void id(String file, String value) {
        if (id != null && !id.equals(value)) {
            error(
                    file,
                    null,
                    "id",
                    "'" + value + "' differs from '" + id + "' in another file",
                    "name it in one file only");
        }
        id = value;
    }

    void version(String file, String value) {
        if (version != null && !version.equals(value)) {
            error(
                    file,
                    null,
                    "version",
                    "'" + value + "' differs from '" + version + "' in another file",
                    "name it in one file only");
        }
        version = value;
    }

    void learned(@Nullable ThemeModel model) {
        learned = model;
    }

    TaxonomyResult finish() {
        TaxonomyChecks.check(this);
        boolean broken = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        if (broken) {
            return new TaxonomyResult(null, problems);
        }
        List<Theme> plain = themes.stream().map(Placed::theme).toList();
        String name = id == null ? "default" : id;
        String stamp = version == null ? TaxonomyYaml.fingerprint(plain) : version;
        Taxonomy taxonomy = new Taxonomy(name, stamp, plain);
        return new TaxonomyResult(learned == null ? taxonomy : taxonomy.with(learned), problems);
    }
}
