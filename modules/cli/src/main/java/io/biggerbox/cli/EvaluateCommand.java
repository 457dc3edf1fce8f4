package io.biggerbox.cli;

import io.biggerbox.cli.evaluate.EvaluationInput;
import io.biggerbox.cli.evaluate.EvaluationReport;
import io.biggerbox.cli.evaluate.EvaluationTask;
import io.biggerbox.cli.evaluate.Part;
import io.biggerbox.cli.stack.ReaderOption;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.text.Readers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "Measures the reader on texts of your own that somebody labelled. Needs no broker.",
            "--task sentiment takes .csv, .tsv or .txt (tabs, no quotes) or .jsonl. Labels may be negative, neutral and"
                    + " positive, neg, neu and pos, or what --label says they mean. A file without neutral labels asks for a"
                    + " choice between two: the sign of the score then is the answer.",
            "--task redaction takes a JSON array, or one JSON object a line, each with full_text and spans:"
                    + " {\"full_text\":\"I am Ada\",\"spans\":[{\"entity_type\":\"PERSON\",\"start_position\":5,"
                    + "\"end_position\":8}]}. Types are those of presidio, or kinds such as NAME and PHONE.",
            "--task themes takes files as sentiment does. Labels are ids or names of the themes of --taxonomy, several of them"
                    + " separated by | or ; or what --label says they mean; none, or an empty label, is no theme."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Labelled texts.")
    private Path file = Path.of("");

    @Option(
            names = "--task",
            paramLabel = "TASK",
            defaultValue = "sentiment",
            description = "What to measure: sentiment, redaction or themes. Default: ${DEFAULT-VALUE}")
    private EvaluationTask task = EvaluationTask.SENTIMENT;

    @Option(names = "--text-column", paramLabel = "NAME", description = "Name, or number from 1. Default: text")
    private String textColumn = "text";

    @Option(names = "--label-column", paramLabel = "NAME", description = "Name, or number from 1. Default: label")
    private String labelColumn = "label";

    @Option(names = "--no-header", description = "The first row is a text, not names; columns are numbers.")
    private boolean noHeader;

    @Option(
            names = "--label",
            paramLabel = "NAME=MEANING",
            description =
                    "What a label means, for instance --label 1=positive --label 0=negative, or --label Late=delivery.late"
                            + " --label Other=none.")
    private Map<String, String> meanings = new LinkedHashMap<>();

    @Option(
            names = "--complaints",
            description =
                    "With --task themes: mentions count only where the customer complains. For files whose labels say"
                            + " what customers complain about.")
    private boolean complaintsOnly;

    @Option(
            names = "--part",
            paramLabel = "N/M",
            converter = Part.Converter.class,
            description = "Only the N-th of M parts of the texts, by their hash: tune on one, measure on another.")
    private Part part = Part.ALL;

    @Mixin
    private EncodingOption encoding = new EncodingOption();

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

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
            EvaluationReport report = task.evaluation()
                    .measure(new EvaluationInput(
                            file,
                            encoding.charset(),
                            textColumn,
                            labelColumn,
                            !noHeader,
                            meanings,
                            complaintsOnly,
                            part,
                            worst,
                            taxonomy::load,
                            opened));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.line(report.values()));
            } else {
                report.print(out);
            }
            out.flush();
        }
        return 0;
    }
}
