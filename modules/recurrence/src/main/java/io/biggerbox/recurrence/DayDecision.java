package io.biggerbox.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one theme of one product on one day, and from what. There is one for every
 * closed day of a series, and one more for a raise before the day was over.
 *
 * @param product the product
 * @param theme id of the theme
 * @param day the day, UTC
 * @param decidedAt event time of the decision; midnight after {@code day} when the day is over, and equal
 *     to {@link Alert#decidedAt()} of what was raised
 * @param outcome what was decided
 * @param customers complaining customers of the day that count, as known at the decision; one customer
 *     counts once in seven days, and complaints from before a declared change do not count
 * @param expected how many of them the reference expects: its rate times {@code exposure}. In an incident
 *     that has outlasted the reference, the rate before it (for CHRONIC: the configured level). Null while
 *     there is nothing to compare with
 * @param exposure how much of a normal day the day was: weekday times volume; 0 for an outage
 * @param weekday factor of its weekday; the seven have the mean 1
 * @param volume 0 for an outage, 1 normally, above 1 in a campaign
 * @param known true when the day belongs to an incident, so that no baseline learns from it
 * @param incident why the incident was raised that is open after the decision, or null
 * @param onset day on which that incident is judged to have begun, or null
 * @param alert where the alert stands after the decision, or null when there is none
 * @param examined what each test saw that looked at the day, in the order of {@link Reason}
 * @param decisive what decided: the test that raised, the watch over an open incident, or the test that came
 *     nearest; null when nothing was looked at
 * @param stepOverSlope how much better a step explains the last weeks than a slope, in log-likelihood;
 *     null when no test asked
 * @param sentence the decision in one plain sentence
 */
public record DayDecision(
        String product,
        String theme,
        LocalDate day,
        Instant decidedAt,
        Outcome outcome,
        int customers,
        @Nullable Double expected,
        double exposure,
        double weekday,
        double volume,
        boolean known,
        @Nullable Reason incident,
        @Nullable LocalDate onset,
        @Nullable AlertState alert,
        List<Examined> examined,
        @Nullable Examined decisive,
        @Nullable Double stepOverSlope,
        String sentence) {

    public DayDecision {
        examined = List.copyOf(examined);
    }

    /** What was decided. */
    public enum Outcome {
        /** An incident was opened. */
        RAISED,
        /** What goes on got clearly worse, and that was told. */
        WORSE,
        /** An incident goes on: nothing is raised again. */
        GOES_ON,
        /** The incident has ended. */
        CALMED,
        /** Shortly after an incident: only a return after a change would be raised, and there is none. */
        RESTS,
        /** The tests found nothing. */
        NOTHING,
        /** No complaint was new and no alert goes on, so no test was run. */
        NOT_LOOKED_AT
    }
}
