package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.PublishedTaxonomy;
import io.biggerbox.events.CandidateQuote;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeDecisionKind;
import io.biggerbox.service.TaxonomyPublisher;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.TaxonomyProblem;
import io.biggerbox.text.taxonomy.TaxonomyResult;
import io.biggerbox.text.taxonomy.TaxonomyYaml;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** This is a theme. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a candidate a theme: its quotes and phrases become the theme's phrases.",
            "Prints the theme as YAML, or writes it to a file of its own in the folder of a taxonomy; look the phrases"
                    + " through before you publish it."
        })
final class PromoteCandidateCommand extends CandidateDecisionBase {

    private static final int LONGEST_PHRASE = 120;

    @Option(names = "--id", required = true, description = "Id of the theme, such as billing.refund-late.")
    private String theme = "";

    @Option(names = "--name", required = true, description = "What people call it.")
    private String name = "";

    @Option(names = "--team", required = true, description = "Who owns it.")
    private String team = "";

    @Option(names = "--description", description = "One sentence that tells it from its neighbours.")
    private String description = "";

    @Option(names = "--parent", description = "Id of the theme that it is a part of.")
    private @Nullable String parent;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "YAML file to write it to; must not exist. Default: it is printed")
    private @Nullable Path output;

    @Option(
            names = "--publish",
            description =
                    "Adds it to the taxonomy in force and publishes that. Keep it in your taxonomy's files as well:"
                            + " the next `up --taxonomy` publishes what is in those.")
    private boolean publish;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    PromoteCandidateCommand() {}

    @Override
    String decide(Connection stack, ThemeCandidate candidate, ThemeDecision.Builder decision) {
        Theme made = new Theme(theme, name, description, parent, team, phrases(candidate), List.of(), List.of());
        Taxonomy published = PublishedTaxonomy.of(stack);
        if (published.themes().stream().anyMatch(each -> each.id().equals(theme))) {
            throw new CommandFailedException(
                    "the taxonomy has a theme " + theme + " already: choose another id, or dismiss the candidate");
        }
        List<Theme> all = new ArrayList<>(published.themes());
        all.add(made);
        Taxonomy plain = checked(published.id(), all);
        // A compiled taxonomy goes on finding its other themes by what it has learned; the new one by its phrases.
        Taxonomy checked = published.learned() == null ? plain : plain.with(published.learned());
        write(TaxonomyYaml.toYaml(List.of(made)));
        if (publish) {
            new TaxonomyPublisher(stack.client(), stack.topics().taxonomy())
                    .publishIfNew(
                            TaxonomyRecords.toRecord(checked, Clock.systemUTC().instant()));
        }
        decision.setKind(ThemeDecisionKind.PROMOTE).setTheme(theme);
        return "is the theme " + theme + (publish ? ", published as version " + checked.version() : "");
    }

    private static Taxonomy checked(String id, List<Theme> themes) {
        TaxonomyResult result = TaxonomyYaml.check(id, themes);
        Taxonomy taxonomy = result.taxonomy();
        if (taxonomy == null) {
            throw new CommandFailedException("the theme cannot be used:\n"
                    + result.problems().stream().map(TaxonomyProblem::toString).collect(Collectors.joining("\n")));
        }
        return taxonomy;
    }

    /** What customers wrote, then what tells it apart where that is more than a word. */
    private static List<String> phrases(ThemeCandidate candidate) {
        Set<String> phrases = new LinkedHashSet<>();
        candidate.getQuotes().stream()
                .map(CandidateQuote::getText)
                .filter(text -> text.length() <= LONGEST_PHRASE)
                .forEach(phrases::add);
        candidate.getPhrases().stream()
                .filter(phrase -> phrase.indexOf(' ') > 0 || phrases.isEmpty())
                .forEach(phrases::add);
        return List.copyOf(phrases);
    }

    private void write(String yaml) {
        if (output == null) {
            if (!isJson()) {
                out().print(yaml);
            }
            return;
        }
        try {
            Files.writeString(output, yaml, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(output + " exists: name a new file beside it; a taxonomy may be a folder");
        } catch (IOException e) {
            throw new CommandFailedException(output + " cannot be written: " + e.getMessage());
        }
    }
}
