package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/** The tests that compare the last days with a reference. */
final class WindowTest {

    private static final int TODAY = DayView.TODAY;
    private static final int[] SURGE_WINDOWS = {3, 4, 5, 7, 10, 14};
    private static final int[] GROWTH_WINDOWS = {21, 28};
    private static final int[] RETURN_WINDOWS = {2, 3, 4, 5, 7, 10, 14};

    /** The reference ends before the longest surge window begins and reaches ten weeks back. */
    private static final int REFERENCE_FROM = 70;

    private static final int REFERENCE_TO = 14;

    private static final String STATISTIC = "nb-llr";
    private static final double SURGE_RATIO = 2.2;
    private static final double GROWTH_RATIO = 1.7;
    private static final double STILL_GROWS_RATIO = 1.1;

    /** A surge that is beyond doubt need not be quite as much more: so many times the threshold, and so many times usual. */
    private static final double STRONG_RATIO = 1.8;

    private static final double STRONG = 1.5;

    /** A surge is short: it must reach more of the level that is too much than what lasts for weeks. */
    private static final double SURGE_RELEVANCE = 1.5;

    /** Part of the threshold that must be left without the strongest day. */
    private static final double WITHOUT_STRONGEST = 0.6;

    private final DayView view;
    private final DetectionSettings settings;
    private final Trace trace;

    /** Days since the change, or any number without one. */
    private final long longest;

    WindowTest(DayView view, DetectionSettings settings, Detector.@Nullable Change change, Trace trace) {
        longest = change == null || change.day() > view.today ? Long.MAX_VALUE : (long) view.today - change.day();
        this.view = view;
        this.settings = settings;
        this.trace = trace;
    }

    Baseline reference() {
        return Baseline.of(view, TODAY - REFERENCE_FROM, TODAY - REFERENCE_TO);
    }

    /**
     * Many more customers than usual within 3 to 14 days, and still many without the strongest day: a
     * billing day or one bad afternoon is no recurrence.
     */
    @Nullable
    Signal surge(Baseline reference) {
        double threshold = settings.surge();
        double count = reference.count() + 0.5;
        double exposure = reference.exposure();
        if (view.age < settings.warmUpDays() || exposure < 7) {
            // Nothing to compare with yet: only what is far above the level that is too much anyway.
            threshold *= 2;
            exposure = Math.max(exposure, 7);
            count = Math.max(count, settings.chronicPerWeek() / 7 * exposure);
        }
        return best(
                Reason.SURGE,
                SURGE_WINDOWS,
                count,
                exposure,
                reference.dispersion(),
                threshold,
                WITHOUT_STRONGEST * threshold,
                SURGE_RATIO);
    }

    /**
     * Growth over weeks: 21 or 28 days against the lowest of the references that lie before them, so that
     * slow growth cannot teach the reference to follow it. Days before a change say nothing about what has
     * grown since.
     *
     * @param threshold value from which it counts
     */
    @Nullable
    Signal growth(double threshold) {
        Signal found = null;
        for (int window : GROWTH_WINDOWS) {
            if (window > longest) {
                break;
            }
            if (!trace.on() && DayView.sum(view.count, TODAY - window + 1, TODAY) < settings.minimumCustomers()) {
                // Whatever the references say, it is too few: looking for the lowest costs the most.
                continue;
            }
            Baseline lowest = lowest(window);
            if (lowest == null) {
                continue;
            }
            Signal signal = best(
                    Reason.SLOW_BURN,
                    new int[] {window},
                    lowest.count() + 0.5,
                    lowest.exposure(),
                    lowest.dispersion(),
                    threshold,
                    0.8 * threshold,
                    GROWTH_RATIO);
            if (signal != null && (found == null || signal.value() > found.value())) {
                found = signal;
            }
        }
        return found;
    }

    /**
     * Growth within an incident: its last two weeks against its first two.
     *
     * @param onset day on which it began
     * @param threshold value from which it counts
     */
    @Nullable
    Signal growthSince(int onset, double threshold) {
        int from = view.index(onset);
        Baseline first = Baseline.of(view, from, from + 13);
        if (first.exposure() < 7) {
            return null;
        }
        return best(
                Reason.SLOW_BURN,
                new int[] {14},
                first.count() + 0.5,
                first.exposure(),
                first.dispersion(),
                threshold,
                0.7 * threshold,
                STILL_GROWS_RATIO);
    }

    @Nullable
    private Baseline lowest(int window) {
        Baseline lowest = null;
        int span = 35;
        for (int to = TODAY - window; to - 20 >= 0; to -= 7) {
            Baseline one = Baseline.of(view, to - span + 1, to);
            if (one.exposure() >= 20 && (lowest == null || one.rate() < lowest.rate())) {
                lowest = one;
            }
        }
        return lowest;
    }

    /**
     * Back after a change: the series has a reference of its own since the change, and a lower bar.
     *
     * @param effective day on which the change took effect
     * @param before customers per exposed day before the incident that was changed
     */
    @Nullable
    Signal regression(int effective, double before) {
        int from = view.index(effective) + 2;
        Signal found = null;
        for (int window : RETURN_WINDOWS) {
            int to = Math.min(TODAY - window, TODAY - 5);
            if (to - Math.max(0, from) < 6) {
                continue;
            }
            Baseline since = Baseline.of(view, Math.max(from, TODAY - REFERENCE_FROM), to);
            double priorDays = 7;
            double count = since.count() + 0.6 * before * priorDays;
            double exposure = since.exposure() + priorDays;
            Signal signal = best(
                    Reason.REGRESSION,
                    new int[] {window},
                    count,
                    exposure,
                    since.dispersion(),
                    settings.regression(),
                    0.4 * settings.regression(),
                    1.8);
            if (signal == null) {
                continue;
            }
            if (signal.seen() <= 1.2 * before * exposed(window)) {
                trace.missed(signal, Shortfall.AS_BEFORE_CHANGE);
            } else if (found == null || signal.value() > found.value()) {
                found = signal;
            }
        }
        return found;
    }

    private double exposed(int window) {
        return DayView.sum(view.exposure, TODAY - window + 1, TODAY);
    }

    @Nullable
    private Signal best(
            Reason reason,
            int[] windows,
            double reference,
            double referenceExposure,
            double dispersion,
            double threshold,
            double thresholdWithoutStrongest,
            double ratio) {
        double rate = reference / referenceExposure;
        Signal best = null;
        for (int window : windows) {
            int from = TODAY - window + 1;
            double seen = 0;
            double exposure = 0;
            double plain = 0;
            int strongest = -1;
            for (int i = from; i <= TODAY; i++) {
                if (view.known[i]) {
                    // The tail of an incident that was told is not told again.
                    continue;
                }
                seen += view.count[i];
                exposure += view.exposure[i];
                plain += view.plain[i];
                if (strongest < 0 || excess(i, rate) > excess(strongest, rate)) {
                    strongest = i;
                }
            }
            if (strongest < 0) {
                continue;
            }
            double relevance = settings.relevance() * (reason == Reason.SURGE ? SURGE_RELEVANCE : 1);
            double floor = relevance * settings.chronicPerWeek() / 7 * plain;
            double lowestRatio = reason == Reason.SURGE ? Math.min(ratio, STRONG_RATIO) : ratio;
            Shortfall shortfall = tooLittle(seen, floor, lowestRatio * rate * exposure);
            if (shortfall != Shortfall.NONE && !trace.on()) {
                continue;
            }
            double value = PoissonTests.llr(seen, exposure, reference, referenceExposure, dispersion);
            double rest = PoissonTests.llr(
                    seen - view.count[strongest],
                    exposure - view.exposure[strongest],
                    reference,
                    referenceExposure,
                    dispersion);
            if (shortfall == Shortfall.NONE && seen < ratio * rate * exposure && value < STRONG * threshold) {
                shortfall = Shortfall.NOT_CLEARLY_MORE;
            }
            if (shortfall == Shortfall.NONE) {
                shortfall = value < threshold
                        ? Shortfall.BELOW_THRESHOLD
                        : rest < thresholdWithoutStrongest ? Shortfall.ONE_LOUD_DAY : Shortfall.NONE;
            }
            if (shortfall != Shortfall.NONE) {
                trace.looked(reason, view, from, seen, rate * exposure, STATISTIC, value, threshold, shortfall);
            } else if (best == null || value > best.value()) {
                best = new Signal(
                        reason,
                        view.day(from),
                        view.today,
                        Math.round(seen),
                        rate * exposure,
                        STATISTIC,
                        value,
                        threshold,
                        view.day(from),
                        rate);
            }
        }
        return best;
    }

    private double excess(int day, double rate) {
        return view.count[day] - rate * view.exposure[day];
    }

    private Shortfall tooLittle(double seen, double relevant, double clearlyMore) {
        if (seen < settings.minimumCustomers()) {
            return Shortfall.FEW_CUSTOMERS;
        }
        if (seen < relevant) {
            return Shortfall.NOT_RELEVANT;
        }
        return seen < clearlyMore ? Shortfall.NOT_CLEARLY_MORE : Shortfall.NONE;
    }
}
