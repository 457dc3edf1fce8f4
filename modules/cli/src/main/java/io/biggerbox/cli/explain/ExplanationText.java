package io.biggerbox.cli.explain;

import io.biggerbox.backtest.Explanation;
import io.biggerbox.cli.output.AlertCard;
import io.biggerbox.cli.output.SafeText;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DayDecision.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** An explanation as people read it in a terminal: the days as a table, then the revisions of the alert. */
public final class ExplanationText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";
    private static final int BAR = 12;

    private final Explanation explanation;
    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(Explanation explanation, Ansi ansi) {
        this.explanation = explanation;
        this.ansi = ansi;
    }

    /**
     * The text, many lines, without a line break at its end.
     *
     * @param days how many days the table has at most
     * @param until the last of them
     */
    public static String of(Explanation explanation, int days, LocalDate until, Ansi ansi) {
        return new ExplanationText(explanation, ansi).write(days, until);
    }

    private String write(int days, LocalDate until) {
        head();
        table(ExplainedDay.of(explanation.decisions()).stream()
                .filter(row -> !row.day().isAfter(until) && row.day().isAfter(until.minusDays(days)))
                .toList());
        revisions();
        return text.toString().stripTrailing();
    }

    private void head() {
        List<ProcessChangeAlert> revisions = explanation.revisions();
        if (revisions.isEmpty()) {
            line(SafeText.oneLine(explanation.series().toString()) + "  never raised");
        } else {
            ProcessChangeAlert latest = revisions.get(revisions.size() - 1);
            line(AlertCard.line(latest, ansi));
            line("  " + SafeText.oneLine(latest.getSummary()));
        }
        line("");
    }

    private void table(List<ExplainedDay> rows) {
        int most = rows.stream().mapToInt(ExplainedDay::customers).max().orElse(0);
        line(String.format(
                Locale.ROOT,
                "%-14s  %-12s %9s %8s  %-21s  %s",
                "day (UTC)",
                "",
                "customers",
                "expected",
                "decision",
                "test"));
        for (ExplainedDay row : rows) {
            Outcome outcome = row.shown().outcome();
            boolean change = outcome == Outcome.RAISED || outcome == Outcome.WORSE || outcome == Outcome.CALMED;
            String words = String.format(Locale.ROOT, "%-21s", DecisionWords.outcome(row.shown()));
            Double expected = row.expected();
            line(String.format(
                    Locale.ROOT,
                    "%-14s  %s %9d %8s  %s  %s",
                    DAY.format(row.day()),
                    bar(row.customers(), most),
                    row.customers(),
                    expected == null ? "–" : String.format(Locale.ROOT, "%.1f", expected),
                    change ? ansi.string("@|bold " + words + "|@") : words,
                    DecisionWords.test(row.shown().decisive())));
            if (change) {
                line(" ".repeat(16) + row.shown().sentence());
            }
        }
    }

    private static String bar(int count, int most) {
        int eighths = most == 0 ? 0 : (int) Math.ceil((double) count * BAR * EIGHTHS.length() / most);
        int full = eighths / EIGHTHS.length();
        int rest = eighths % EIGHTHS.length();
        String bar = "█".repeat(full) + (rest == 0 ? "" : EIGHTHS.charAt(rest - 1));
        return bar + " ".repeat(BAR - bar.length());
    }

    private void revisions() {
        if (explanation.revisions().isEmpty()) {
            return;
        }
        line("");
        line("revisions of " + explanation.series().alertId());
        for (ProcessChangeAlert alert : explanation.revisions()) {
            line(String.format(
                    Locale.ROOT,
                    "  %s  %d.%d %s · %s  %s",
                    TIME.format(alert.getDecidedAt()),
                    alert.getGeneration(),
                    alert.getRevision(),
                    alert.getState(),
                    alert.getReason(),
                    SafeText.oneLine(alert.getSummary())));
        }
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
