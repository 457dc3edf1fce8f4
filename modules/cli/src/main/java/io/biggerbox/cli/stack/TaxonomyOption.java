package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.TaxonomyFiles;
import io.biggerbox.text.taxonomy.TaxonomyProblem;
import io.biggerbox.text.taxonomy.TaxonomyResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which themes to listen for. */
public final class TaxonomyOption {

    private static final List<String> DEFAULT_PACKS = List.of("general", "retail", "software");

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR_OR_YAML",
            description = "Themes to listen for: a YAML file, a folder of them, or names of starter packs separated by"
                    + " commas (general, retail, software, banking). Default: general,retail,software")
    private @Nullable String taxonomy;

    /** Filled in by picocli. */
    public TaxonomyOption() {}

    /** Whether anything was asked for. */
    public boolean isGiven() {
        return taxonomy != null;
    }

    /**
     * The themes asked for.
     *
     * @throws CommandFailedException if they cannot be used
     */
    public Taxonomy load() {
        if (taxonomy == null) {
            return packs(DEFAULT_PACKS);
        }
        Path path = Path.of(taxonomy);
        if (Files.exists(path)) {
            return read(path);
        }
        List<String> names = List.of(taxonomy.split(",", -1));
        if (StarterTaxonomies.names().containsAll(names)) {
            return packs(names);
        }
        throw new CommandFailedException(taxonomy + " is neither a file or folder nor a list of starter packs ("
                + String.join(", ", StarterTaxonomies.names()) + ")");
    }

    private static Taxonomy packs(List<String> names) {
        return StarterTaxonomies.load(names.toArray(String[]::new));
    }

    private static Taxonomy read(Path path) {
        TaxonomyResult result = TaxonomyFiles.read(path);
        Taxonomy read = result.taxonomy();
        if (read == null) {
            throw new CommandFailedException("the taxonomy cannot be used:\n"
                    + result.problems().stream().map(TaxonomyProblem::toString).collect(Collectors.joining("\n")));
        }
        return read;
    }
}
