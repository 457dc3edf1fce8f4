package io.biggerbox.recurrence;

import java.util.HashMap;
import java.util.Map;

/**
 * What the days of one view are compared with. Each reference is worked out when it is first asked for: several
 * tests of one day compare with the same ones, and on most days none does.
 */
final class References {

    private static final int TODAY = DayView.TODAY;

    /** The usual reference ends before the longest surge window begins and reaches ten weeks back. */
    static final int USUAL_FROM = 70;

    private static final int USUAL_TO = 14;

    /** A reference for growth: days of it, days of exposure that it needs, and how far apart two begin. */
    private static final int SPAN = 35;

    private static final int LEAST_EXPOSURE = 20;
    private static final int STEP = 7;

    private final DayView view;
    private final Map<Integer, Baseline> lowest = new HashMap<>(4);
    private Baseline usual = Baseline.NONE;
    private boolean usualIsKnown;

    References(DayView view) {
        this.view = view;
    }

    /** The days from ten to two weeks back. */
    Baseline usual() {
        if (!usualIsKnown) {
            usual = Baseline.of(view, TODAY - USUAL_FROM, TODAY - USUAL_TO);
            usualIsKnown = true;
        }
        return usual;
    }

    /** Of all references that end before the last {@code window} days that with the lowest rate, or none. */
    Baseline lowest(int window) {
        return lowest.computeIfAbsent(window, this::findLowest);
    }

    private Baseline findLowest(int window) {
        Baseline found = Baseline.NONE;
        for (int to = TODAY - window; to - LEAST_EXPOSURE >= 0; to -= STEP) {
            Baseline one = Baseline.of(view, to - SPAN + 1, to);
            if (one.exposure() >= LEAST_EXPOSURE && (found.isNone() || one.rate() < found.rate())) {
                found = one;
            }
        }
        return found;
    }
}
