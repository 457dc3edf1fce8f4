package io.biggerbox.recurrence;

import io.biggerbox.recurrence.DayDecision.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one plain English sentence how a day was decided. */
final class DecisionSentence {

    /** Days from which a level is believed to be chronic at the earliest. */
    private static final double DAYS_OF_CHRONIC = 35;

    private DecisionSentence() {}

    /**
     * The sentence.
     *
     * @param signal what was raised, or null
     * @param before why the incident was raised that was open before the decision, or null
     * @param since day on which that incident began, or on which the last one became calm
     * @param examined what the tests saw
     */
    static String of(
            Outcome outcome, @Nullable Signal signal, @Nullable Reason before, int since, List<Examined> examined) {
        return switch (outcome) {
            case RAISED -> signal == null ? "Raised." : raised(signal);
            case GOES_ON -> "The " + before + " since " + LocalDate.ofEpochDay(since) + " goes on" + watch(examined);
            case CALMED ->
                "The " + before + " since " + LocalDate.ofEpochDay(since) + " is calm again" + watch(examined);
            case RESTS ->
                "Calm since " + LocalDate.ofEpochDay(since)
                        + "; until a week has passed only a return after a change is raised.";
            case NOTHING -> nothing(examined);
            case NOT_LOOKED_AT -> "Not looked at: no complaint was new and there is no alert.";
        };
    }

    private static String raised(Signal signal) {
        int days = signal.to() - signal.from() + 1;
        return "Raised " + signal.reason() + ": " + signal.seen() + " in " + days(days) + " where "
                + number(signal.expected()) + " were expected; " + signal.statistic() + " " + number(signal.value())
                + ", needed " + number(signal.threshold()) + ".";
    }

    private static String watch(List<Examined> examined) {
        for (Examined one : examined) {
            if (one.statistic().equals(Examined.WATCH)) {
                return one.shortfall() == Shortfall.SILENCE
                        ? ": " + one.shortfall().words() + " to call it calm."
                        : ": " + number(one.value()) + " customers a day in " + days(one.days()) + ", calm at "
                                + number(one.threshold()) + ".";
            }
        }
        return ".";
    }

    private static String nothing(List<Examined> examined) {
        return examined.stream()
                .max(Comparator.comparingDouble(DecisionSentence::nearness))
                .map(near -> "Nothing: nearest was " + near.reason() + " with " + number(near.value()) + " of "
                        + number(near.threshold()) + " in " + days(near.days()) + " (" + near.seen() + " seen, "
                        + number(near.expected()) + " expected); "
                        + near.shortfall().words() + ".")
                .orElse("Nothing: too little has happened for any test.");
    }

    /** How near a window came, from 0 to 1. What comes every week needs weeks, however high a single one is. */
    private static double nearness(Examined one) {
        double part = Math.min(1, one.value() / one.threshold());
        return one.reason() == Reason.CHRONIC ? part * Math.min(1, one.days() / DAYS_OF_CHRONIC) : part;
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
