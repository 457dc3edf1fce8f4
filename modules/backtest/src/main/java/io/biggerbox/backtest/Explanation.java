package io.biggerbox.backtest;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DayDecision;
import java.util.List;

/**
 * How a series was decided, day by day.
 *
 * @param series which one
 * @param decisions in the order in which they were made; at least one for every closed day since its first
 *     complaint, and one more for a raise within a day
 * @param revisions of its alert, oldest first; empty when none was ever raised
 */
public record Explanation(Series series, List<DayDecision> decisions, List<ProcessChangeAlert> revisions) {

    public Explanation {
        decisions = List.copyOf(decisions);
        revisions = List.copyOf(revisions);
    }

    /** The theme's name as the company says it; its id while there is no alert that names it. */
    public String themeName() {
        return revisions.isEmpty()
                ? series.theme()
                : revisions.get(revisions.size() - 1).getThemeName();
    }
}
