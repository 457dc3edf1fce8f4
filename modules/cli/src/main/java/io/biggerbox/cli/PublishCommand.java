package io.biggerbox.cli;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.PublishedTaxonomy;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.service.TaxonomyPublisher;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts other themes in force. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a taxonomy in force on a running stack, without a restart: plain, or compiled with what it has learned.",
            "It holds for what arrives from then on, and is kept by the next start that names no --taxonomy."
        })
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    PublishCommand() {}

    @Override
    public Integer call() {
        if (!taxonomy.isGiven()) {
            throw new ParameterException(spec.commandLine(), "say which taxonomy to publish with --taxonomy");
        }
        Taxonomy wanted = taxonomy.load();
        try (Connection stack = Connection.open(connection)) {
            Taxonomy before = PublishedTaxonomy.of(stack);
            boolean isNew = new TaxonomyPublisher(stack.client(), stack.topics().taxonomy())
                    .publishIfNew(
                            TaxonomyRecords.toRecord(wanted, Clock.systemUTC().instant()));
            print(wanted, before, isNew, teamsWithoutTopic(stack, wanted));
        }
        return 0;
    }

    /** Who owns a theme now and had none when the stack was started. */
    private static List<String> teamsWithoutTopic(Connection stack, Taxonomy taxonomy) {
        Set<String> teams = taxonomy.themes().stream()
                .map(Theme::team)
                .filter(team -> !team.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> existing = stack.existing(
                teams.stream().map(team -> stack.topics().alertsOf(team).name()).collect(Collectors.toSet()));
        teams.removeIf(team -> existing.contains(stack.topics().alertsOf(team).name()));
        return List.copyOf(teams);
    }

    private void print(Taxonomy taxonomy, Taxonomy before, boolean isNew, List<String> teams) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("published", isNew);
            object.put("version", taxonomy.version());
            object.put("before", before.version());
            object.put("themes", taxonomy.themes().size());
            object.put("learned", taxonomy.learned() != null);
            object.put("teams_without_topic", teams);
            out.println(Json.line(object));
        } else {
            String what = taxonomy.themes().size() + " themes, version " + taxonomy.version()
                    + (taxonomy.learned() == null ? "" : ", compiled");
            out.println(
                    isNew
                            ? "Published " + what + "; before it " + before.version() + " was in force"
                            : "In force already: " + what);
            if (!teams.isEmpty()) {
                out.println("Without a topic of their own until the next start: " + String.join(", ", teams)
                        + ". Their alerts are on voc.alerts.");
            }
        }
        out.flush();
    }
}
