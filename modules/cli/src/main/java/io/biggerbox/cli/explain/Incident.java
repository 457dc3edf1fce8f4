package io.biggerbox.cli.explain;

import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which one incident was open.
 *
 * @param reason why it was raised
 * @param from day on which it is judged to have begun
 * @param to day on which it became calm, or the last one known; inclusive
 * @param open true when it is not calm yet
 */
record Incident(Reason reason, LocalDate from, LocalDate to, boolean open) {

    /** The incidents in the order in which they were raised. */
    static List<Incident> of(List<DayDecision> decisions) {
        List<Incident> incidents = new ArrayList<>();
        for (DayDecision decision : decisions) {
            Reason reason = decision.incident();
            LocalDate onset = decision.onset();
            int last = incidents.size() - 1;
            boolean open = last >= 0 && incidents.get(last).open();
            if (reason != null && onset != null) {
                Incident now = new Incident(reason, onset, decision.day(), true);
                if (open) {
                    incidents.set(last, now);
                } else {
                    incidents.add(now);
                }
            } else if (open) {
                Incident before = incidents.get(last);
                incidents.set(last, new Incident(before.reason(), before.from(), decision.day(), false));
            }
        }
        return incidents;
    }
}
