package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/** The tests that compare the last days with a reference. */
final class WindowTest {

    private static final int TODAY = DayView.TODAY;
    private static final int[] SURGE_WINDOWS = {3, 4, 5, 7, 10, 14};
    static final int SHORTEST_SURGE = 3;
    static final int LONGEST_SURGE = 14;
    private static final int[] GROWTH_WINDOWS = {21, 28};
    private static final int[] RETURN_WINDOWS = {2, 3, 4, 5, 7, 10, 14};

    private static final String STATISTIC = "nb-llr";
    private static final double SURGE_RATIO = 2.2;
    private static final double GROWTH_RATIO = 1.7;
    private static final double STILL_GROWS_RATIO = 1.1;

    /** A surge that is beyond doubt, so many times the threshold, need only be this part of the ratio above usual. */
    private static final double STRONG = 1.5;

    private static final double STRONG_RATIO = 0.82;

    /** A surge is short: it must reach more of the level that is too much than what lasts for weeks. */
    private static final double SURGE_RELEVANCE = 1.5;

    /** Part of the threshold that must be left without the strongest day. */
    private static final double WITHOUT_STRONGEST = 0.5;

    /** A day that holds this part of all that is more than expected was one loud day: the others must do nearly alone. */
    private static final double LOUD_DAY = 0.65;

    /** What is less often than so many times usual without its strongest day is hardly a surge without it. */
    private static final double RATIO_WITHOUT_STRONGEST = 2.6;

    private static final double NEARLY_ALONE = 0.9;

    /** Without a past what is up to so many times the level that is too much may have been so all the time. */
    private static final double NO_PAST_RATIO = 3.5;

    /**
     * A past below this part of the level that is too much may have been a lucky one: so many days at that part are
     * added to it, or five customers after a quiet spell would look like a surge.
     */
    private static final double QUIET_PAST = 0.3;

    private static final double QUIET_PAST_DAYS = 56;

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

    /**
     * Many more customers than usual within 3 to 14 days, and still many without the strongest day: a
     * billing day or one bad afternoon is no recurrence.
     */
    @Nullable
    Signal surge() {
        Baseline reference = view.references.usual();
        double threshold = settings.surge();
        double count = reference.count() + 0.5;
        double exposure = reference.exposure();
        double ratio = SURGE_RATIO;
        double quiet = QUIET_PAST * settings.chronicPerWeek() / 7;
        if (view.age < settings.warmUpDays() || exposure < 7) {
            // Nothing to compare with yet: only what is far above the level that is too much anyway.
            threshold *= 2;
            ratio = NO_PAST_RATIO;
            exposure = Math.max(exposure, 7);
            count = Math.max(count, settings.chronicPerWeek() / 7 * exposure);
        } else if (count < quiet * exposure) {
            count += quiet * QUIET_PAST_DAYS;
            exposure += QUIET_PAST_DAYS;
        }
        return best(
                Reason.SURGE,
                SURGE_WINDOWS,
                count,
                exposure,
                reference.dispersion(),
                threshold,
                WITHOUT_STRONGEST * threshold,
                ratio);
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
            if (!trace.on() && !mayMatter(window)) {
                // Whatever the references say, it is too few: looking for the lowest costs the most.
                continue;
            }
            Baseline lowest = view.references.lowest(window);
            if (lowest.isNone()) {
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

    /** True when the window holds enough customers, by number and by the level that matters. */
    private boolean mayMatter(int window) {
        double seen = 0;
        double plain = 0;
        for (int i = TODAY - window + 1; i <= TODAY; i++) {
            if (!view.known[i]) {
                seen += view.count[i];
                plain += view.plain[i];
            }
        }
        return tooLittle(seen, floor(Reason.SLOW_BURN, plain), 0) == Shortfall.NONE;
    }

    private double floor(Reason reason, double exposedDays) {
        double relevance = settings.relevance() * (reason == Reason.SURGE ? SURGE_RELEVANCE : 1);
        return relevance * settings.chronicPerWeek() / 7 * exposedDays;
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
            Baseline since = Baseline.of(view, Math.max(from, TODAY - References.USUAL_FROM), to);
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
            double lowestRatio = reason == Reason.SURGE ? STRONG_RATIO * ratio : ratio;
            Shortfall shortfall = tooLittle(seen, floor(reason, plain), lowestRatio * rate * exposure);
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
            boolean oneDay =
                    reason != Reason.REGRESSION && excess(strongest, rate) > LOUD_DAY * (seen - rate * exposure);
            boolean low = reason == Reason.SURGE
                    && seen - view.count[strongest]
                            < RATIO_WITHOUT_STRONGEST * rate * (exposure - view.exposure[strongest]);
            double needed = oneDay || low ? NEARLY_ALONE * threshold : thresholdWithoutStrongest;
            if (shortfall == Shortfall.NONE && seen < ratio * rate * exposure && value < STRONG * threshold) {
                shortfall = Shortfall.NOT_CLEARLY_MORE;
            }
            if (shortfall == Shortfall.NONE) {
                shortfall = value < threshold
                        ? Shortfall.BELOW_THRESHOLD
                        : rest < needed ? Shortfall.ONE_LOUD_DAY : Shortfall.NONE;
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
