package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.ActorOption;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.ConnectionOptions;
import io.biggerbox.cli.stack.FeedbackFinder;
import io.biggerbox.cli.stack.PublishedTaxonomy;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Correction;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Polarity;
import io.biggerbox.service.TopicSnapshot;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.corrections.CorrectionDraft;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a label should have been. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Corrects the labels of one feedback.",
            "What is said overrides the reader whenever the same words are read again, by a replay or an edit,"
                    + " and is what the next taxonomy learns from. Further corrections of the same words add to it."
        })
final class CorrectCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "FEEDBACK_ID",
            description = "Id of the feedback: source and source id joined by a colon, as in shop:4711.")
    private String feedbackId = "";

    @Option(
            names = "--theme",
            paramLabel = "THEME[=SENTIMENT]",
            description = "A theme that it does touch; may be repeated. The customer complains about it unless"
                    + " SENTIMENT or --sentiment says otherwise.")
    private List<String> themes = new ArrayList<>();

    @Option(
            names = "--not-theme",
            paramLabel = "THEME",
            description = "A theme that it does not touch; may be repeated.")
    private List<String> notThemes = new ArrayList<>();

    @Option(names = "--sentiment", description = "Which way the whole text leans: ${COMPLETION-CANDIDATES}.")
    private @Nullable SentimentLabel sentiment;

    @Option(names = "--undo", description = "Takes back everything that was corrected; the reader's word holds again.")
    private boolean undo;

    @Option(names = "--note", description = "What to write with it.")
    private @Nullable String note;

    @Mixin
    private ActorOption actor = new ActorOption();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    CorrectCommand() {}

    @Override
    public Integer call() {
        Map<String, Polarity> said = said();
        boolean saysSomething = !said.isEmpty() || !notThemes.isEmpty() || sentiment != null;
        if (saysSomething == undo) {
            throw new ParameterException(
                    spec.commandLine(), "say what is right with --theme, --not-theme or --sentiment, or --undo alone");
        }
        Set<String> both = said.keySet().stream().filter(notThemes::contains).collect(Collectors.toSet());
        if (!both.isEmpty()) {
            throw new ParameterException(spec.commandLine(), both + " is both --theme and --not-theme");
        }
        try (Connection stack = Connection.open(connection)) {
            if (undo) {
                undo(stack);
            } else {
                correct(stack, said);
            }
        }
        return 0;
    }

    private void correct(Connection stack, Map<String, Polarity> said) {
        Feedback feedback = FeedbackFinder.byId(stack, feedbackId);
        if (feedback.getRedactedText().isBlank()) {
            throw new CommandFailedException(feedbackId + " has no text: there are no labels to correct");
        }
        requireKnown(said.keySet(), PublishedTaxonomy.of(stack));
        CorrectionDraft draft = new CorrectionDraft(
                said,
                Set.copyOf(notThemes),
                sentiment == null ? null : Polarity.valueOf(sentiment.name()),
                actor.name(),
                note);
        Correction correction =
                draft.about(feedback, standing(stack), Clock.systemUTC().instant());
        publish(stack, correction);
        print(
                json
                        ? CorrectionLine.json(correction)
                        : feedbackId + " is corrected: " + CorrectionLine.labels(correction)
                                + ". It holds when the record is read again.");
    }

    private void undo(Connection stack) {
        if (standing(stack).isEmpty()) {
            throw new CommandFailedException(
                    "nobody has corrected " + feedbackId + "; list corrections with: biggerbox corrections list");
        }
        publish(stack, null);
        print(
                json
                        ? Json.object("id", feedbackId, "undone", true)
                        : "The correction of " + feedbackId
                                + " is taken back. The reader's word holds when the record is read again.");
    }

    private Optional<Correction> standing(Connection stack) {
        return Optional.ofNullable(
                new TopicSnapshot<>(stack.client(), stack.topics().corrections())
                        .read()
                        .get(feedbackId));
    }

    private void publish(Connection stack, @Nullable Correction correction) {
        try (SourceSender sender = new SourceSender(stack)) {
            if (correction == null) {
                sender.remove(stack.topics().corrections(), feedbackId);
            } else {
                sender.send(stack.topics().corrections(), feedbackId, correction);
            }
            sender.flush();
        }
    }

    /** A theme that the taxonomy once had may be denied, but not named. */
    private static void requireKnown(Set<String> named, Taxonomy taxonomy) {
        Set<String> known = taxonomy.themes().stream().map(Theme::id).collect(Collectors.toSet());
        for (String theme : named) {
            if (!known.contains(theme)) {
                String family = theme.substring(0, theme.indexOf('.') < 0 ? theme.length() : theme.indexOf('.'));
                List<String> alike = known.stream()
                        .filter(each -> each.startsWith(family))
                        .sorted()
                        .toList();
                throw new CommandFailedException("taxonomy " + taxonomy.id() + " " + taxonomy.version()
                        + " has no theme " + theme
                        + (alike.isEmpty() ? "" : "; it has " + String.join(", ", alike))
                        + ". Add it to the taxonomy and publish it first");
            }
        }
    }

    private Map<String, Polarity> said() {
        Map<String, Polarity> said = new LinkedHashMap<>();
        for (String theme : themes) {
            int at = theme.indexOf('=');
            said.put(at < 0 ? theme : theme.substring(0, at), at < 0 ? usual() : polarity(theme, at));
        }
        return said;
    }

    private Polarity usual() {
        return sentiment == null ? Polarity.NEGATIVE : Polarity.valueOf(sentiment.name());
    }

    private Polarity polarity(String theme, int at) {
        String name = theme.substring(at + 1).toUpperCase(Locale.ROOT);
        try {
            return Polarity.valueOf(SentimentLabel.valueOf(name).name());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--theme " + theme + ": " + theme.substring(at + 1)
                            + " is no sentiment; write negative, neutral or positive",
                    e);
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
