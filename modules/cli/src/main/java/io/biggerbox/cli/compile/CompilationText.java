package io.biggerbox.cli.compile;

import io.biggerbox.compiler.Compilation;
import io.biggerbox.compiler.ThemeReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A compilation for people to read. */
public final class CompilationText {
    private CompilationText() {}

    /** Prints it. */
    public static void print(Compilation made, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d themes learned from %d examples and %d texts of history (teacher: %s); version %s, %d KB%n",
                made.themes().size(),
                made.judged(),
                made.history(),
                made.teacher(),
                made.taxonomy().version(),
                made.bytes() / 1000);
        if (made.left() > 0) {
            out.printf("%d more texts of the history were not needed and left out%n", made.left());
        }
        out.printf(
                Locale.ROOT,
                "texts held back: %d, likeliest theme right %s; share of the history that some theme claims: %s%n%n",
                made.heldBack(),
                percent(made.agreement()),
                percent(made.coverage()));
        int width = made.themes().stream()
                .mapToInt(row -> row.theme().length())
                .max()
                .orElse(5);
        out.printf(
                "%-" + width + "s %8s %7s %8s %10s %7s %11s%n",
                "theme",
                "phrases",
                "judged",
                "history",
                "precision",
                "recall",
                "recognised");
        for (ThemeReport row : made.themes()) {
            out.printf(
                    "%-" + width + "s %8d %7d %8d %10s %7s %11s%n",
                    row.theme(),
                    row.phrases(),
                    row.judged(),
                    row.history(),
                    percent(row.precision()),
                    percent(row.recall()),
                    percent(row.recognised()));
        }
        notes(made.themes(), out);
    }

    private static void notes(List<ThemeReport> rows, PrintWriter out) {
        List<String> undefined = rows.stream()
                .filter(ThemeReport::undefined)
                .map(ThemeReport::theme)
                .toList();
        if (!undefined.isEmpty()) {
            out.printf("%nNo phrase defines these well; add phrases as customers write them, five or more, in different"
                    + " words:%n");
            undefined.forEach(theme -> out.println("  " + theme));
        }
        List<ThemeReport> overlapping =
                rows.stream().filter(row -> !row.overlaps().isEmpty()).toList();
        if (!overlapping.isEmpty()) {
            out.printf("%nThese overlap; move phrases to where they belong, or merge the themes:%n");
            overlapping.forEach(
                    row -> out.println("  " + row.theme() + " is taken for " + String.join(", ", row.overlaps())));
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
