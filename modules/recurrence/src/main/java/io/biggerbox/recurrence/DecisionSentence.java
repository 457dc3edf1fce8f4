package io.biggerbox.recurrence;

import io.biggerbox.recurrence.DayDecision.Outcome;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one plain English sentence how a day was decided. */
final class DecisionSentence {

    private DecisionSentence() {}

    /**
     * The sentence.
     *
     * @param decisive what decided, or null
     * @param before why the incident was raised that was open before the decision, or null
     * @param since day on which that incident began, or on which the last one became calm
     */
    static String of(Outcome outcome, @Nullable Examined decisive, @Nullable Reason before, int since) {
        return switch (outcome) {
            case RAISED -> decisive == null ? "Raised." : raised(decisive);
            case WORSE ->
                "The " + before + " since " + LocalDate.ofEpochDay(since) + " got worse"
                        + (decisive == null ? "." : ": " + found(decisive));
            case GOES_ON -> "The " + before + " since " + LocalDate.ofEpochDay(since) + " goes on" + watch(decisive);
            case CALMED ->
                "The " + before + " since " + LocalDate.ofEpochDay(since) + " is calm again" + watch(decisive);
            case RESTS ->
                "Calm since " + LocalDate.ofEpochDay(since)
                        + "; until a week has passed only a return after a change is raised.";
            case NOTHING -> decisive == null ? "Nothing: too little has happened for any test." : nothing(decisive);
            case NOT_LOOKED_AT -> "Not looked at: no complaint was new and no alert goes on.";
        };
    }

    private static String raised(Examined found) {
        return "Raised " + found.reason() + ": " + found(found);
    }

    private static String found(Examined found) {
        return found.seen() + " in " + days(found.days()) + " where "
                + number(found.expected()) + " were expected; " + found.statistic() + " " + number(found.value())
                + ", needed " + number(found.threshold()) + ".";
    }

    private static String watch(@Nullable Examined watch) {
        if (watch == null) {
            return ".";
        }
        return watch.shortfall() == Shortfall.SILENCE
                ? ": " + watch.shortfall().words() + " to call it calm."
                : ": " + number(watch.value()) + " customers a day in " + days(watch.days()) + ", calm at "
                        + number(watch.threshold()) + ".";
    }

    private static String nothing(Examined near) {
        return "Nothing: nearest was " + near.reason() + " with " + number(near.value()) + " of "
                + number(near.threshold()) + " in " + days(near.days()) + " (" + near.seen() + " seen, "
                + number(near.expected()) + " expected); " + near.shortfall().words() + ".";
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
