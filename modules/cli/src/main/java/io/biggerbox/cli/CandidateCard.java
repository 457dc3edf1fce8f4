package io.biggerbox.cli;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.cli.output.Sparkline;
import io.biggerbox.events.CandidateQuote;
import io.biggerbox.events.ThemeCandidate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A theme candidate for people. */
final class CandidateCard {

    private static final int LONGEST_QUOTE = 110;
    private static final int QUOTES = 3;

    private CandidateCard() {}

    static String of(ThemeCandidate candidate) {
        List<String> lines = new ArrayList<>();
        lines.add(candidate.getCandidateId() + "  "
                + candidate.getStatus().name().toLowerCase(Locale.ROOT)
                + (candidate.getTheme() == null ? "" : " as " + candidate.getTheme())
                + (candidate.getMergedInto() == null ? "" : " into " + candidate.getMergedInto())
                + "  " + SafeText.oneLine(candidate.getName()));
        lines.add("    " + candidate.getCustomers() + " customers, " + candidate.getSentences() + " sentences, "
                + day(candidate.getFirstSeenAt()) + " to " + day(candidate.getLastSeenAt()) + "  "
                + weeks(candidate.getWeeklySentences()) + "  "
                + SafeText.oneLine(String.join(", ", candidate.getProducts())));
        candidate.getQuotes().stream()
                .limit(QUOTES)
                .map(CandidateQuote::getText)
                .forEach(text -> lines.add("    “" + SafeText.oneLine(text, LONGEST_QUOTE) + "”"));
        return String.join("\n", lines);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String weeks(List<Long> counts) {
        return Sparkline.of(counts.stream().map(Math::toIntExact).toList());
    }
}
