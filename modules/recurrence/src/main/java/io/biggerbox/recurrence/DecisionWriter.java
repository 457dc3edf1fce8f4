package io.biggerbox.recurrence;

import io.biggerbox.recurrence.DayDecision.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Puts the public form of a decision together from what the tests said. */
final class DecisionWriter {

    /** With fewer exposed days there is nothing to compare with. */
    private static final double LEAST_REFERENCE = 7;

    private DecisionWriter() {}

    /**
     * A day that was looked at.
     *
     * @param series after the decision
     * @param alert where the alert stands after it, or null
     * @param signal what was raised, or null
     */
    static DayDecision looked(
            String product,
            String theme,
            Instant at,
            DayView view,
            SeriesState series,
            @Nullable AlertState alert,
            @Nullable Signal signal,
            Trace trace) {
        Outcome outcome = outcome(view, series, signal, trace.incidentBefore());
        int since = outcome == Outcome.RESTS ? series.calmSince : trace.onsetBefore();
        Examined decisive = signal != null ? Trace.examined(signal, Shortfall.NONE) : nearest(outcome, trace);
        String sentence = DecisionSentence.of(outcome, decisive, trace.incidentBefore(), since);
        return decision(product, theme, at, view, series, alert, outcome, trace, decisive, sentence);
    }

    /** A day on which no complaint was new, of a series without an alert that goes on. */
    static DayDecision notLookedAt(String product, String theme, Instant at, DayView view, SeriesState series) {
        Outcome outcome = Outcome.NOT_LOOKED_AT;
        String sentence = DecisionSentence.of(outcome, null, null, 0);
        return decision(product, theme, at, view, series, null, outcome, Trace.OFF, null, sentence);
    }

    /** The watch, where it is the watch that decides; else the test that came nearest. */
    private static @Nullable Examined nearest(Outcome outcome, Trace trace) {
        boolean watched = outcome == Outcome.GOES_ON || outcome == Outcome.CALMED;
        return trace.examined().stream()
                .filter(one -> one.statistic().equals(Examined.WATCH) == watched)
                .max(Comparator.comparingDouble(Examined::nearness))
                .orElse(null);
    }

    private static Outcome outcome(DayView view, SeriesState series, @Nullable Signal signal, @Nullable Reason before) {
        if (signal != null) {
            return before == null ? Outcome.RAISED : Outcome.WORSE;
        }
        if (before != null) {
            return series.incident != null ? Outcome.GOES_ON : Outcome.CALMED;
        }
        return Detector.rests(series, view.today) ? Outcome.RESTS : Outcome.NOTHING;
    }

    private static DayDecision decision(
            String product,
            String theme,
            Instant at,
            DayView view,
            SeriesState series,
            @Nullable AlertState alert,
            Outcome outcome,
            Trace trace,
            @Nullable Examined decisive,
            String sentence) {
        double exposure = view.exposure[DayView.TODAY];
        Double rate = usualRate(view, series);
        return new DayDecision(
                product,
                theme,
                LocalDate.ofEpochDay(view.today),
                at,
                outcome,
                (int) view.count[DayView.TODAY],
                rate == null ? null : rate * exposure,
                exposure,
                view.weekday[Math.floorMod(view.today, 7)],
                view.plain[DayView.TODAY],
                series.known.get(view.today) > 0,
                series.incident,
                series.incident == null ? null : LocalDate.ofEpochDay(series.onset),
                alert,
                trace.examined(),
                decisive,
                trace.stepOverSlope(),
                sentence);
    }

    /** Customers per exposed day; an incident that has outlasted the reference is measured by what it began with. */
    private static @Nullable Double usualRate(DayView view, SeriesState series) {
        Baseline reference = view.references.usual();
        if (reference.exposure() >= LEAST_REFERENCE) {
            return reference.rate();
        }
        return series.incident != null && series.reference > 0 ? series.reference : null;
    }
}
