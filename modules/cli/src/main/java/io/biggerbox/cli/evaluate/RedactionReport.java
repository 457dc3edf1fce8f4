package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.output.SafeText;
import io.biggerbox.text.redaction.Found;
import io.biggerbox.text.redaction.PersonalData;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table per kind of personal data, what was missed and what was hidden in vain.
 *
 * @param figures the figures
 * @param worst errors to tell, of each sort
 */
record RedactionReport(HiddenCharacters figures, int worst) implements EvaluationReport {

    private static final Set<PersonalData> STRUCTURED =
            Set.of(PersonalData.EMAIL, PersonalData.PHONE, PersonalData.CARD, PersonalData.IBAN);
    private static final int WIDEST_TEXT = 120;
    private static final int AROUND = 40;

    @Override
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "redaction on %d texts, in characters%n%n",
                figures.texts().size());
        out.printf("%-28s %7s %9s %9s %9s %9s%n", "kind", "spans", "marked", "hidden", "recall", "precision");
        for (PersonalData kind : figures.kinds()) {
            row(out, name(kind), EnumSet.of(kind));
        }
        row(out, "email, phone, card and iban", STRUCTURED);
        slips(out, "Missed, longest first:", figures.missed(worst));
        slips(out, "Hidden in vain or under another marker, longest first:", figures.wronglyHidden(worst));
    }

    private void row(PrintWriter out, String name, Set<PersonalData> kinds) {
        out.printf(
                Locale.ROOT,
                "%-28s %7d %9d %9d %9.1f %9.1f%n",
                name,
                figures.spans(kinds),
                figures.markedCharacters(kinds),
                figures.hiddenCharacters(kinds),
                100 * figures.recall(kinds),
                100 * figures.precision(kinds));
    }

    private static void slips(PrintWriter out, String title, List<HiddenCharacters.Slip> slips) {
        if (!slips.isEmpty()) {
            out.printf("%n%s%n", title);
        }
        for (HiddenCharacters.Slip slip : slips) {
            out.printf(
                    Locale.ROOT,
                    "text %d: %s %s   in: %s%n",
                    slip.text().number(),
                    name(slip.span().kind()),
                    SafeText.oneLine(slip.words(), WIDEST_TEXT),
                    SafeText.oneLine(around(slip), WIDEST_TEXT));
        }
    }

    private static String around(HiddenCharacters.Slip slip) {
        String text = slip.text().text();
        Found span = slip.span();
        return text.substring(Math.max(0, span.start() - AROUND), Math.min(text.length(), span.end() + AROUND));
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("texts", figures.texts().size());
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (PersonalData kind : figures.kinds()) {
            kinds.put(name(kind), row(EnumSet.of(kind)));
        }
        values.put("kinds", kinds);
        values.put("structured", row(STRUCTURED));
        values.put(
                "missed",
                figures.missed(worst).stream().map(RedactionReport::slip).toList());
        values.put(
                "wrongly_hidden",
                figures.wronglyHidden(worst).stream().map(RedactionReport::slip).toList());
        return values;
    }

    private Map<String, Object> row(Set<PersonalData> kinds) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("spans", figures.spans(kinds));
        row.put("marked_characters", figures.markedCharacters(kinds));
        row.put("hidden_characters", figures.hiddenCharacters(kinds));
        row.put("recall", figures.recall(kinds));
        row.put("precision", figures.precision(kinds));
        return row;
    }

    private static Map<String, Object> slip(HiddenCharacters.Slip slip) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", slip.text().number());
        object.put("kind", name(slip.span().kind()));
        object.put("start", slip.span().start());
        object.put("end", slip.span().end());
        object.put("words", slip.words());
        return object;
    }

    private static String name(PersonalData kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
