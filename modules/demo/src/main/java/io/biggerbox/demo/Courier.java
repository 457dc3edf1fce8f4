package io.biggerbox.demo;

import java.time.Instant;
import java.util.List;

/** Brings revisions to the stream: after minutes as a rule, some after days, some twice. */
final class Courier {
    private static final double LATE = 0.02;
    private static final double TWICE = 0.01;
    private static final double MINUTE = 60_000;
    private static final double LONGEST_USUAL = 6 * Calendar26.HOUR;

    private final long end;

    /**
     * Creates the courier.
     *
     * @param end what would arrive then or later has not arrived yet and is left out
     */
    Courier(long end) {
        this.end = end;
    }

    void deliver(List<Draft> drafts, Dice dice, List<DemoEvent> out) {
        long last = 0;
        for (Draft draft : drafts) {
            double delay = dice.chance(LATE)
                    ? dice.between(1, 3) * Calendar26.DAY
                    : StrictMath.min(LONGEST_USUAL, dice.lognormal(6, 1) * MINUTE);
            // One source sends the revisions of one record in their order.
            long arrival = StrictMath.max(last + 1, draft.changedAt() + (long) delay);
            last = arrival;
            add(draft, arrival, out);
            if (dice.chance(TWICE)) {
                add(draft, arrival + 1 + (long) (dice.lognormal(20, 1) * MINUTE), out);
            }
        }
    }

    private void add(Draft draft, long arrival, List<DemoEvent> out) {
        if (arrival < end) {
            out.add(new DemoEvent(draft.event(), Instant.ofEpochMilli(arrival), draft.truth()));
        }
    }
}
