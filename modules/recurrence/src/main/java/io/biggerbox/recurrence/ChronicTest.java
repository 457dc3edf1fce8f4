package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/**
 * Week after week too much. No baseline is involved, so a complaint cannot become normal by staying.
 */
final class ChronicTest {

    private static final int WEEKS = 8;
    private static final int EARLY_WEEKS = 5;
    private static final double EARLY_MARGIN = 2;
    private static final int SIGN_WEEKS = 4;
    private static final double SIGN_MARGIN = 1;
    private static final double WEAK = 0.5;
    private static final double LOUD = 1.6;
    private static final String STATISTIC = "customers-per-week";

    private ChronicTest() {}

    /**
     * Eight weeks (from five on when it is clear already) at the configured level, none of them weak.
     */
    @Nullable
    static Signal chronic(DayView view, DetectionSettings settings, Trace trace) {
        return find(view, settings, EARLY_WEEKS, EARLY_MARGIN, trace);
    }

    /** A first sign of it: four weeks at the level, none of them weak, by a smaller margin. */
    @Nullable
    static Signal sign(DayView view, DetectionSettings settings) {
        return find(view, settings, SIGN_WEEKS, SIGN_MARGIN, Trace.OFF);
    }

    /** @param margin how many standard deviations above the level fewer than eight weeks must lie */
    @Nullable
    private static Signal find(DayView view, DetectionSettings settings, int earlyWeeks, double margin, Trace trace) {
        double level = settings.chronicPerWeek();
        double seen = 0;
        double exposed = 0;
        int first = DayView.TODAY;
        @Nullable Shortfall shortfall = null;
        for (int week = 1; week <= WEEKS && 7 * week <= view.age; week++) {
            int to = DayView.TODAY - 7 * (week - 1);
            double count = DayView.sum(view.count, to - 6, to);
            double days = liveDays(view, to - 6, to);
            // A loud week counts little more than a full one: the level must be carried by all.
            seen += Math.min(count, LOUD * level * days / 7);
            exposed += days / 7;
            first = to - 6;
            if (told(view, to - 6, to)) {
                shortfall = Shortfall.TOLD_ALREADY;
                break;
            }
            if (days >= 2 && count < WEAK * level * days / 7) {
                shortfall = Shortfall.WEAK_WEEK;
                break;
            }
            double needed =
                    week < WEEKS ? level * exposed + margin * StrictMath.sqrt(1.4 * level * exposed) : level * exposed;
            if (week >= earlyWeeks && exposed >= week - 1.5 && seen >= Math.max(needed, settings.minimumCustomers())) {
                return new Signal(
                        Reason.CHRONIC,
                        view.day(to - 6),
                        view.today,
                        Math.round(DayView.sum(view.count, to - 6, DayView.TODAY)),
                        level * exposed,
                        STATISTIC,
                        seen / exposed,
                        level,
                        view.day(to - 6),
                        level / 7);
            }
        }
        if (trace.on() && exposed > 0) {
            if (shortfall == null) {
                shortfall = seen < level * exposed ? Shortfall.BELOW_THRESHOLD : Shortfall.TOO_EARLY;
            }
            double count = DayView.sum(view.count, first, DayView.TODAY);
            trace.looked(
                    Reason.CHRONIC, view, first, count, level * exposed, STATISTIC, seen / exposed, level, shortfall);
        }
        return null;
    }

    /** Days of an incident that was raised have been told. */
    private static boolean told(DayView view, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (view.known[i]) {
                return true;
            }
        }
        return false;
    }

    private static double liveDays(DayView view, int from, int to) {
        int days = 0;
        for (int i = from; i <= to; i++) {
            days += view.plain[i] > 0 ? 1 : 0;
        }
        return days;
    }
}
