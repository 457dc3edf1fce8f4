package io.biggerbox.cli.explain;

import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is marked on the time axis of a plot. */
final class PlotMarks {

    private PlotMarks() {}

    /** Kinds of marks, each with a colour of its own. */
    enum Kind {
        /** An alert was raised, or spoke up again because it spreads. */
        ALERT,
        /** Another change of its state. */
        NEWS,
        /** A change that a team declared took effect. */
        CHANGE
    }

    /**
     * A mark.
     *
     * @param at where it stands
     * @param label what stands beside it
     */
    record Mark(Instant at, Kind kind, String label) {}

    /** The marks of an alert's revisions, in the order of time. */
    static List<Mark> of(List<ProcessChangeAlert> revisions) {
        List<Mark> marks = new ArrayList<>();
        for (ProcessChangeAlert alert : revisions) {
            Kind kind = alert.getRaised() ? Kind.ALERT : Kind.NEWS;
            boolean named = alert.getRaised() && alert.getState() != AlertState.ESCALATED;
            String label = named ? alert.getReason().name() : alert.getState().name();
            marks.add(new Mark(
                    alert.getDecidedAt(), kind, label.toLowerCase(Locale.ROOT).replace('_', ' ')));
            Instant change = alert.getChangeEffectiveAt();
            if (change != null
                    && marks.stream()
                            .noneMatch(mark ->
                                    mark.kind() == Kind.CHANGE && mark.at().equals(change))) {
                marks.add(new Mark(change, Kind.CHANGE, "change"));
            }
        }
        marks.sort(Comparator.comparing(Mark::at));
        return marks;
    }
}
