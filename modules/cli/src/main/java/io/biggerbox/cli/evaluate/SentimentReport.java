package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.text.SentimentLabel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Accuracy, a table per label, the confusion and the worst errors.
 *
 * @param model version of what read
 * @param scores the figures
 * @param worst errors to tell
 */
record SentimentReport(String model, Scores scores, int worst) implements EvaluationReport {

    private static final int WIDEST_TEXT = 160;

    @Override
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%s on %d texts%n", model, scores.judged().size());
        out.printf(
                Locale.ROOT,
                "accuracy %.1f, macro-F1 %.1f%s%n%n",
                100 * scores.accuracy(),
                100 * scores.macroF1(),
                calibrated()
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
                    readAs(label));
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
    private boolean calibrated() {
        return scores.labels().contains(SentimentLabel.NEUTRAL);
    }

    private String readAs(SentimentLabel label) {
        List<String> parts = new ArrayList<>();
        for (SentimentLabel said : SentimentLabel.values()) {
            long count = scores.count(label, said);
            if (count > 0) {
                parts.add(name(said) + " " + count);
            }
        }
        return String.join(", ", parts);
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model);
        object.put("texts", scores.judged().size());
        object.put("accuracy", scores.accuracy());
        object.put("macro_f1", scores.macroF1());
        if (calibrated()) {
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
                scores.worst(worst).stream().map(SentimentReport::error).toList());
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
