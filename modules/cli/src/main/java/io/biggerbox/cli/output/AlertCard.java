package io.biggerbox.cli.output;

import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Quote;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** An alert as people read it: why, how many customers, expected against seen, the days, the quotes. */
public final class AlertCard {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MOST_QUOTES = 3;
    private static final int LONGEST_QUOTE = 110;
    private static final int DAYS_SHOWN = 56;

    private AlertCard() {}

    /** The card, several lines, without a line break at its end. */
    public static String of(ProcessChangeAlert alert, Ansi ansi) {
        StringBuilder card = new StringBuilder();
        card.append(ansi.string(title(alert))).append('\n');
        card.append("  ").append(SafeText.oneLine(alert.getSummary())).append('\n');
        card.append("  ")
                .append(String.format(
                        Locale.ROOT,
                        "%d customers · %d complaints · seen %d, expected %.1f (%s – %s) · %s %.1f, alert from %.1f",
                        alert.getCustomers(),
                        alert.getMentions(),
                        alert.getSeen(),
                        alert.getExpected(),
                        DAY.format(alert.getWindowStart()),
                        DAY.format(alert.getWindowEnd()),
                        alert.getStatistic(),
                        alert.getStatisticValue(),
                        alert.getStatisticThreshold()))
                .append('\n');
        String impact = ImpactLine.of(alert);
        if (!impact.isEmpty()) {
            card.append("  ").append(impact).append('\n');
        }
        if (alert.getVerification() != null) {
            card.append("  ")
                    .append(VerificationLine.of(alert.getVerification()))
                    .append('\n');
        }
        if (!alert.getRelated().isEmpty()) {
            card.append("  ").append(related(alert)).append('\n');
        }
        List<Integer> daily = alert.getDaily();
        int from = Math.max(0, daily.size() - DAYS_SHOWN);
        card.append("  ")
                .append(Sparkline.of(daily.subList(from, daily.size())))
                .append("  daily, from ")
                .append(DAY.format(alert.getDailyStart().plusSeconds(from * 86_400L)))
                .append('\n');
        alert.getQuotes().stream().limit(MOST_QUOTES).forEach(quote -> card.append(quote(quote))
                .append('\n'));
        card.append("  ")
                .append(alert.getAlertId())
                .append(" · team ")
                .append(SafeText.oneLine(alert.getTeam()))
                .append(" · ")
                .append(SafeText.oneLine(alert.getTheme()));
        return card.toString();
    }

    /** One line: for changes of state that need no card. */
    public static String line(ProcessChangeAlert alert, Ansi ansi) {
        return ansi.string(title(alert)) + "  " + alert.getAlertId();
    }

    private static String title(ProcessChangeAlert alert) {
        String colour =
                switch (alert.getState()) {
                    case OPEN, REGRESSED -> "fg(red),bold";
                    case ESCALATED, EMERGING, PARTIAL, NO_EFFECT -> "fg(yellow),bold";
                    case VERIFIED -> "fg(green),bold";
                    default -> "bold";
                };
        String state = alert.getState() == AlertState.REGRESSED
                ? "REGRESSED(" + alert.getRegressions() + ")"
                : alert.getState().name();
        return "@|" + colour + " ● " + state + " · " + alert.getReason() + "|@ @|bold "
                + plain(SafeText.oneLine(alert.getProduct())) + ": " + plain(SafeText.oneLine(alert.getThemeName()))
                + "|@  "
                + DAY.format(alert.getDecidedAt());
    }

    /** Names are data: they may hold what picocli takes for markup. */
    private static String plain(String text) {
        return text.replace("@|", "@ |").replace("|@", "| @");
    }

    private static String related(ProcessChangeAlert alert) {
        return alert.getRelated().stream()
                .map(other -> other.getAlertId() + " " + SafeText.oneLine(other.getThemeName()) + " " + other.getState()
                        + " since " + DAY.format(other.getOpenedAt()))
                .collect(Collectors.joining(", ", "open beside it: ", ""));
    }

    private static String quote(Quote quote) {
        Instant at = quote.getAt();
        return "  “" + SafeText.oneLine(quote.getText(), LONGEST_QUOTE) + "” — " + DAY.format(at) + ", "
                + SafeText.oneLine(quote.getFeedbackId());
    }
}
