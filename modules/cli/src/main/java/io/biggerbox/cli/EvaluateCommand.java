package io.biggerbox.cli;

import io.biggerbox.cli.evaluate.Example;
import io.biggerbox.cli.evaluate.Judged;
import io.biggerbox.cli.evaluate.LabelledFile;
import io.biggerbox.cli.evaluate.Labels;
import io.biggerbox.cli.evaluate.Scores;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.stack.ReaderOption;
import io.biggerbox.text.Readers;
import io.biggerbox.text.Sentiment;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How often the reader is right. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the reader's sentiment on texts of your own that somebody labelled. Needs no broker.",
            "Takes .csv, .tsv or .txt (tabs, no quotes) or .jsonl. Labels may be negative, neutral and positive, neg, neu"
                    + " and pos, or what --label says they mean.",
            "A file without neutral labels asks for a choice between two: the sign of the score then is the answer."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final int WIDEST_TEXT = 160;

    @Parameters(paramLabel = "FILE", description = "Labelled texts, in UTF-8.")
    private Path file = Path.of("");

    @Option(names = "--text-column", paramLabel = "NAME", description = "Name, or number from 1. Default: text")
    private String textColumn = "text";

    @Option(names = "--label-column", paramLabel = "NAME", description = "Name, or number from 1. Default: label")
    private String labelColumn = "label";

    @Option(names = "--no-header", description = "The first row is a text, not names; columns are numbers.")
    private boolean noHeader;

    @Option(
            names = "--label",
            paramLabel = "NAME=MEANING",
            description = "What a label means, for instance --label 1=positive --label 0=negative.")
    private Map<String, SentimentLabel> meanings = new LinkedHashMap<>();

    @Option(names = "--worst", paramLabel = "N", description = "Wrong answers to show, surest first. Default: 10")
    private int worst = 10;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Mixin
    private ReaderOption readers = new ReaderOption();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    EvaluateCommand() {}

    @Override
    public Integer call() throws IOException {
        try (Readers opened = readers.open()) {
            TextReader reader = opened.apply(new Taxonomy("none", "0", List.of()));
            Scores scores = scores(examples(), reader);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.line(object(scores, reader.modelVersion())));
            } else {
                print(scores, reader.modelVersion(), out);
            }
            out.flush();
        }
        return 0;
    }

    private List<Example> examples() throws IOException {
        Labels labels = Labels.with(meanings);
        List<Example> examples = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        new LabelledFile(file, textColumn, labelColumn, !noHeader).read((line, text, name) -> {
            SentimentLabel label = labels.of(name);
            if (label == null) {
                unknown.add(name);
            } else {
                examples.add(new Example(line, text, label));
            }
        });
        if (!unknown.isEmpty()) {
            throw new CommandFailedException(
                    "say what these labels mean, for instance --label " + unknown.first() + "=positive: "
                            + String.join(", ", unknown.stream().limit(10).toList()));
        }
        if (examples.isEmpty()) {
            throw new CommandFailedException(file + " has no rows");
        }
        return examples;
    }

    private static Scores scores(List<Example> examples, TextReader reader) {
        List<SentimentLabel> labels = Stream.of(SentimentLabel.values())
                .filter(label -> examples.stream().anyMatch(example -> example.label() == label))
                .toList();
        boolean two = !labels.contains(SentimentLabel.NEUTRAL);
        List<Judged> judged = new ArrayList<>(examples.size());
        for (Example example : examples) {
            Sentiment sentiment = reader.read(example.text()).sentiment();
            SentimentLabel sign = sentiment.score() > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
            judged.add(new Judged(example, two ? sign : sentiment.label(), sentiment));
        }
        return new Scores(labels, judged);
    }

    private void print(Scores scores, String model, PrintWriter out) {
        out.printf(Locale.ROOT, "%s on %d texts%n", model, scores.judged().size());
        out.printf(
                Locale.ROOT,
                "accuracy %.1f, macro-F1 %.1f%s%n%n",
                100 * scores.accuracy(),
                100 * scores.macroF1(),
                calibrated(scores)
                        ? String.format(Locale.ROOT, ", calibration error %.1f", 100 * scores.calibrationError())
                        : "");
        out.printf("%-10s %9s %9s %9s %9s   read as%n", "label", "texts", "precision", "recall", "F1");
        for (SentimentLabel label : scores.labels()) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %9d %9.1f %9.1f %9.1f   %s%n",
                    name(label),
                    scores.support(label),
                    100 * scores.precision(label),
                    100 * scores.recall(label),
                    100 * scores.f1(label),
                    readAs(scores, label));
        }
        List<Judged> errors = scores.worst(worst);
        if (!errors.isEmpty()) {
            out.printf("%nWrong, surest first:%n");
        }
        for (Judged error : errors) {
            out.printf(
                    Locale.ROOT,
                    "line %d: %s, read as %s (score %.2f): %s%n",
                    error.example().line(),
                    name(error.example().label()),
                    name(error.said()),
                    error.sentiment().score(),
                    SafeText.oneLine(error.example().text(), WIDEST_TEXT));
        }
    }

    /** With two labels confidence is not about the choice that was made. */
    private static boolean calibrated(Scores scores) {
        return scores.labels().contains(SentimentLabel.NEUTRAL);
    }

    private static String readAs(Scores scores, SentimentLabel label) {
        List<String> parts = new ArrayList<>();
        for (SentimentLabel said : SentimentLabel.values()) {
            long count = scores.count(label, said);
            if (count > 0) {
                parts.add(name(said) + " " + count);
            }
        }
        return String.join(", ", parts);
    }

    private Map<String, Object> object(Scores scores, String model) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model);
        object.put("texts", scores.judged().size());
        object.put("accuracy", scores.accuracy());
        object.put("macro_f1", scores.macroF1());
        if (calibrated(scores)) {
            object.put("calibration_error", scores.calibrationError());
        }
        Map<String, Object> labels = new LinkedHashMap<>();
        for (SentimentLabel label : scores.labels()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("texts", scores.support(label));
            row.put("precision", scores.precision(label));
            row.put("recall", scores.recall(label));
            row.put("f1", scores.f1(label));
            Map<String, Object> confusion = new LinkedHashMap<>();
            for (SentimentLabel said : SentimentLabel.values()) {
                confusion.put(name(said), scores.count(label, said));
            }
            row.put("read_as", confusion);
            labels.put(name(label), row);
        }
        object.put("labels", labels);
        object.put(
                "worst",
                scores.worst(worst).stream().map(EvaluateCommand::error).toList());
        return object;
    }

    private static Map<String, Object> error(Judged error) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("line", error.example().line());
        object.put("label", name(error.example().label()));
        object.put("read_as", name(error.said()));
        object.put("score", error.sentiment().score());
        object.put("confidence", error.sentiment().confidence());
        object.put("text", error.example().text());
        return object;
    }

    private static String name(SentimentLabel label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
