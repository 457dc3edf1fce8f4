package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.Likelihood;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.ThemeMention;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often the themes of whole texts are right. Where no text of the file has more than one theme, the likeliest that the
 * reader found is its answer; else all of them are.
 */
final class ThemeEvaluation implements Evaluation {

    /** A row of the file. */
    private record Row(long line, String text, Set<String> themes) {}

    @Override
    public EvaluationReport measure(EvaluationInput input) throws IOException {
        Taxonomy taxonomy = input.taxonomy().get();
        TextReader reader = input.readers().apply(taxonomy);
        List<Row> rows = rows(input, taxonomy);
        boolean single = rows.stream().allMatch(row -> row.themes().size() <= 1);
        List<ThemeScores.Judged> judged = new ArrayList<>(rows.size());
        for (Row row : rows) {
            List<ThemeMention> mentions = reader.read(row.text()).mentions().stream()
                    .filter(mention -> !input.complaintsOnly() || mention.polarity() == SentimentLabel.NEGATIVE)
                    .toList();
            Set<String> said = mentions.stream().map(ThemeMention::theme).collect(Collectors.toSet());
            String likeliest = Likelihood.likeliest(mentions);
            Set<String> answer = !single ? said : likeliest == null ? Set.of() : Set.of(likeliest);
            double likelihood =
                    mentions.stream().mapToDouble(Likelihood::of).max().orElse(0);
            judged.add(new ThemeScores.Judged(row.line(), row.text(), row.themes(), answer, likelihood));
        }
        return new ThemeEvaluationReport(
                reader.modelVersion(), taxonomy.version(), single, new ThemeScores(judged), input.worst());
    }

    private static List<Row> rows(EvaluationInput input, Taxonomy taxonomy) throws IOException {
        ThemeLabels labels;
        List<Row> rows = new ArrayList<>();
        try {
            labels = new ThemeLabels(taxonomy, input.meanings());
            new LabelledFile(input.file(), input.encoding(), input.textColumn(), input.labelColumn(), input.header())
                    .read((line, text, names) -> {
                        Set<String> themes = new LinkedHashSet<>(labels.themes(names));
                        if (input.part().has(text)) {
                            rows.add(new Row(line, text, themes));
                        }
                    });
            labels.check();
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
        if (rows.isEmpty()) {
            throw new CommandFailedException(input.file() + " has no rows");
        }
        return rows;
    }
}
