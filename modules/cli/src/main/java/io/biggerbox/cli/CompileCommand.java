package io.biggerbox.cli;

import io.biggerbox.cli.compile.CompilationJson;
import io.biggerbox.cli.compile.CompilationText;
import io.biggerbox.cli.compile.CorrectionFile;
import io.biggerbox.cli.evaluate.LabelledFile;
import io.biggerbox.cli.evaluate.ThemeLabels;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.TaxonomyOption;
import io.biggerbox.compiler.Compilation;
import io.biggerbox.compiler.Example;
import io.biggerbox.compiler.History;
import io.biggerbox.compiler.TaxonomyCompiler;
import io.biggerbox.compiler.Teacher;
import io.biggerbox.compiler.Teachers;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.text.taxonomy.CompiledTaxonomy;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns to find themes in other words than those of their phrases. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = {
            "Learns to find the themes of a taxonomy in other words than those of their phrases, from your history of texts"
                    + " if there is one. Needs no broker.",
            "The output folder can be used wherever a taxonomy can: --taxonomy DIR. It holds the themes, what was learned"
                    + " and report.json: per theme precision and recall estimates, overlaps, themes that no phrase defines."
        })
final class CompileCommand implements Callable<Integer> {

    /** Who labels the history. */
    enum TeacherName {
        /** bge-small-en-v1.5: slower and better. */
        BGE_SMALL("bge-small"),
        /** all-MiniLM-L6-v2: twice as fast. */
        MINILM("minilm"),
        /** Word meanings only: no native library. */
        NONE("none");

        private final String text;

        TeacherName(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Mixin
    private TaxonomyOption taxonomy = new TaxonomyOption();

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "What customers wrote before: .csv, .tsv or .jsonl. At most " + TaxonomyCompiler.MOST_HISTORY
                    + " texts are learned from, a fixed sample of more.")
    private @Nullable Path history;

    @Option(names = "--text-column", paramLabel = "NAME", description = "Column of the history. Default: text")
    private String textColumn = "text";

    @Mixin
    private EncodingOption encoding = new EncodingOption();

    @Option(
            names = "--theme-column",
            paramLabel = "NAME",
            description =
                    "Column with the themes of each text, if somebody labelled the history: ids or names separated by"
                            + " |, none, or empty where nobody looked.")
    private @Nullable String themeColumn;

    @Option(
            names = "--label",
            paramLabel = "NAME=THEME",
            description =
                    "What a label of that column means, for instance --label \"Late=delivery.late\" or --label Other=none.")
    private Map<String, String> meanings = new LinkedHashMap<>();

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description = "JSON Lines such as {\"text\":\"…\",\"themes\":[\"delivery.late\"]}.")
    private @Nullable Path corrections;

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            description = "Sentence model that labels the history: ${COMPLETION-CANDIDATES}. Default: bge-small")
    private TeacherName teacher = TeacherName.BGE_SMALL;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Where the compiled taxonomy goes.")
    private Path output = Path.of("");

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Keeps what the sentence model said, so that the next run is quick. Default: ~/.cache/biggerbox")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "biggerbox");

    @Option(names = "--threads", paramLabel = "N", description = "Texts the sentence model reads at once. Default: 2")
    private int threads = 2;

    @Option(names = "--json", description = "Prints the report as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    CompileCommand() {}

    @Override
    public Integer call() throws IOException {
        Taxonomy themes = taxonomy.load();
        Compilation made;
        try {
            made = TaxonomyCompiler.compile(themes, history(themes), teacher(), teacher.toString());
        } catch (Teacher.TeacherException e) {
            throw new CommandFailedException(e.getMessage() + "; --teacher none does without");
        }
        CompiledTaxonomy.write(output, made.taxonomy());
        String report = Json.line(CompilationJson.of(made));
        Files.writeString(output.resolve("report.json"), report + "\n");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report);
        } else {
            CompilationText.print(made, out);
            out.printf("%nUse it with --taxonomy %s%n", output);
        }
        out.flush();
        return 0;
    }

    private Teacher teacher() throws IOException {
        if (teacher == TeacherName.NONE) {
            return Teachers.words();
        }
        Encoder encoder = teacher == TeacherName.MINILM ? Encoder.MINILM : Encoder.BGE_SMALL;
        Files.createDirectories(cache);
        return Teachers.sentenceModel(encoder, cache.resolve(encoder.weights() + ".embeddings"), Math.max(1, threads));
    }

    private History history(Taxonomy themes) throws IOException {
        List<Example> judged = new ArrayList<>();
        if (corrections != null) {
            judged.addAll(CorrectionFile.read(corrections, themes));
        }
        List<String> open = new ArrayList<>();
        if (history != null) {
            read(history, themes, judged, open);
        }
        return new History(judged, open);
    }

    private void read(Path file, Taxonomy themes, List<Example> judged, List<String> open) throws IOException {
        ThemeLabels labels = labels(themes);
        String column = themeColumn == null ? textColumn : themeColumn;
        new LabelledFile(file, encoding.charset(), textColumn, column, true).read((line, text, label) -> {
            if (themeColumn == null || label.isEmpty()) {
                open.add(text);
            } else {
                judged.add(new Example(text.strip(), labels.themes(label), false));
            }
        });
        try {
            labels.check();
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(file + ": " + e.getMessage());
        }
    }

    private ThemeLabels labels(Taxonomy themes) {
        try {
            return new ThemeLabels(themes, meanings);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
