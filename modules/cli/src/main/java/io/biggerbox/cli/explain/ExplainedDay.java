package io.biggerbox.cli.explain;

import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.DayDecision.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One day of a series: what it came to in the end, and the decision that is worth showing. A day on which something
 * was raised before the evening has two.
 *
 * @param last the latest decision about the day
 * @param shown the raise, if there was one, else {@code last}
 */
record ExplainedDay(DayDecision last, DayDecision shown) {

    LocalDate day() {
        return last.day();
    }

    int customers() {
        return last.customers();
    }

    /** Null while there is nothing to compare with. */
    @Nullable
    Double expected() {
        return last.expected();
    }

    /** The days in their order; days of a long silence of the whole product are missing. */
    static List<ExplainedDay> of(List<DayDecision> decisions) {
        Map<LocalDate, ExplainedDay> days = new TreeMap<>();
        for (DayDecision decision : decisions) {
            days.merge(decision.day(), new ExplainedDay(decision, decision), (earlier, later) -> {
                Outcome outcome = earlier.shown().outcome();
                boolean told = outcome == Outcome.RAISED || outcome == Outcome.WORSE;
                return new ExplainedDay(later.last(), told ? earlier.shown() : later.last());
            });
        }
        return new ArrayList<>(days.values());
    }
}
