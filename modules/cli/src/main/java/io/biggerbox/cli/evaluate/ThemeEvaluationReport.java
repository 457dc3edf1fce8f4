package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.output.SafeText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Accuracy, F1, a table per theme, what themes are taken for, and the worst errors.
 *
 * @param model version of what read
 * @param taxonomy version of the themes
 * @param single whether every text has one theme at most
 * @param scores the figures
 * @param worst errors to tell
 */
record ThemeEvaluationReport(String model, String taxonomy, boolean single, ThemeScores scores, int worst)
        implements EvaluationReport {

    private static final int WIDEST_TEXT = 160;
    private static final int MOST_CONFUSED = 3;
    private static final String NONE = "none";

    @Override
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, taxonomy %s, on %d texts%s%n",
                model,
                taxonomy,
                scores.judged().size(),
                single ? ", the likeliest theme of each" : "");
        out.printf(
                Locale.ROOT,
                "accuracy %.1f, macro-F1 %.1f, micro-F1 %.1f%n",
                100 * scores.accuracy(),
                100 * scores.macroF1(),
                100 * scores.microF1());
        if (scores.outOfScope() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d texts without a theme, of which nothing was said: %.1f%n",
                    scores.outOfScope(),
                    100 * scores.outOfScopeRecall());
        }
        table(out);
        List<ThemeScores.Judged> errors = scores.worst(worst);
        if (!errors.isEmpty()) {
            out.printf("%nWrong, surest first:%n");
        }
        for (ThemeScores.Judged error : errors) {
            out.printf(
                    Locale.ROOT,
                    "line %d: %s, read as %s (%.2f): %s%n",
                    error.line(),
                    names(error.themes()),
                    names(error.said()),
                    error.likelihood(),
                    SafeText.oneLine(error.text(), WIDEST_TEXT));
        }
    }

    private void table(PrintWriter out) {
        int width = scores.themes().stream().mapToInt(String::length).max().orElse(5);
        out.printf("%n%-" + width + "s %7s %9s %7s %7s   taken for%n", "theme", "texts", "precision", "recall", "F1");
        for (String theme : scores.themes()) {
            String confused = scores.takenFor(theme).stream()
                    .limit(MOST_CONFUSED)
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            out.printf(
                    Locale.ROOT,
                    "%-" + width + "s %7d %9.1f %7.1f %7.1f   %s%n",
                    theme,
                    scores.support(theme),
                    100 * scores.precision(theme),
                    100 * scores.recall(theme),
                    100 * scores.f1(theme),
                    confused);
        }
    }

    private static String names(Iterable<String> themes) {
        TreeSet<String> sorted = new TreeSet<>();
        themes.forEach(sorted::add);
        return sorted.isEmpty() ? NONE : String.join(", ", sorted);
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model);
        object.put("taxonomy", taxonomy);
        object.put("texts", scores.judged().size());
        object.put("single", single);
        object.put("accuracy", scores.accuracy());
        object.put("macro_f1", scores.macroF1());
        object.put("micro_f1", scores.microF1());
        object.put("out_of_scope", scores.outOfScope());
        if (scores.outOfScope() > 0) {
            object.put("out_of_scope_recall", scores.outOfScopeRecall());
        }
        Map<String, Object> themes = new LinkedHashMap<>();
        for (String theme : scores.themes()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("texts", scores.support(theme));
            row.put("precision", scores.precision(theme));
            row.put("recall", scores.recall(theme));
            row.put("f1", scores.f1(theme));
            Map<String, Object> confused = new LinkedHashMap<>();
            scores.takenFor(theme).forEach(entry -> confused.put(entry.getKey(), entry.getValue()));
            row.put("taken_for", confused);
            themes.put(theme, row);
        }
        object.put("themes", themes);
        object.put(
                "worst",
                scores.worst(worst).stream().map(ThemeEvaluationReport::error).toList());
        return object;
    }

    private static Map<String, Object> error(ThemeScores.Judged error) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("line", error.line());
        object.put("themes", new TreeSet<>(error.themes()));
        object.put("read_as", new TreeSet<>(error.said()));
        object.put("likelihood", error.likelihood());
        object.put("text", error.text());
        return object;
    }
}
