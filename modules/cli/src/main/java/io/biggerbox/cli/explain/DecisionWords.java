package io.biggerbox.cli.explain;

import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.Examined;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A decision in the few words that fit into a row of a table. */
final class DecisionWords {

    private DecisionWords() {}

    /** What was decided. */
    static String outcome(DayDecision decision) {
        return switch (decision.outcome()) {
            case RAISED -> "raised " + decision.incident();
            case WORSE -> "got worse, " + decision.incident();
            case GOES_ON -> decision.incident() + " goes on";
            case CALMED -> "calm again";
            case RESTS -> "rests";
            case NOTHING -> "nothing";
            case NOT_LOOKED_AT -> "not looked at";
        };
    }

    /** The test that decided, its best value against its threshold. */
    static String test(@Nullable Examined test) {
        if (test == null) {
            return "";
        }
        if (test.statistic().equals(Examined.WATCH)) {
            return String.format(
                    Locale.ROOT, "%.1f a day in %d days, calm at %.1f", test.value(), test.days(), test.threshold());
        }
        boolean share = test.threshold() < 1;
        String values = share
                ? String.format(Locale.ROOT, "%.0f of %.0f %%", 100 * test.value(), 100 * test.threshold())
                : String.format(Locale.ROOT, "%.1f of %.1f", test.value(), test.threshold());
        String but = !test.passed() && test.value() >= test.threshold()
                ? "; " + test.shortfall().words()
                : "";
        return test.reason() + " " + values + " in " + test.days() + " days" + but;
    }
}
