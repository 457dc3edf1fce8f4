package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/**
 * Decides about one series on one day: is something recurring, and is what was recurring calm again?
 * The incident it opens lives in the {@link SeriesState}; while it is open nothing is raised.
 */
final class Detector {

    private static final int TODAY = DayView.TODAY;

    /** Days over which calm is judged: what was slow to come is not over because of one quiet week. */
    private static final int CALM_DAYS = 10;

    private static final int CALM_DAYS_SLOW_BURN = 21;

    private static final int CALM_DAYS_CHRONIC = 28;

    /** Between calm and the next raise for any reason but a regression: the same wave rolls out. */
    private static final int REST_DAYS = 7;

    /** So much better must a step explain the days than a slope, see {@link ShapeTest}. */
    private static final double STEP_BAR = 3;

    /** While a step and a slope explain the days alike, a surge must be this much clearer. */
    private static final double IN_DOUBT = 1.5;

    /** From this age on a product has enough of a past for a slope to show. */
    private static final int SLOPE_DAYS = 56;

    /** Part of the growth threshold with which a chronic complaint is one that has grown. */
    private static final double GROWN = 0.3;

    private static final int MINIMUM_OUTCOMES = 5;

    /** Days whose mean tells a loud end of an incident from its calm days. */
    private static final int LOUD_SPAN = 3;

    /** Days that are taken for calm at least when an incident ends. */
    private static final int FEWEST_CALM_DAYS = 7;

    /** An incident finds its level within this time. */
    private static final int SETTLING_DAYS = 7;

    /** Days at that level after which something on top of it can be told. */
    private static final int LEVEL_DAYS = 42;

    /** Last days over days before from which it is worth to look closer for something on top. */
    private static final double CLOSER_LOOK = 1.5;

    /** How much clearer than a surge out of the blue: what is open is known already. */
    private static final double WORSE = 2;

    /**
     * What the peak of an incident keeps from one day to the next: halved in five weeks. Calm is judged against what
     * the incident has been of late, so that one loud week does not make the months after it look calm.
     */
    private static final double PEAK_KEEPS = 0.98;

    /** Age at which an incident that was told as a surge has outlived one: from then on it may be told as growth. */
    private static final int OUTLIVED_DAYS = 28;

    /** Part of the growth threshold from which it still grows: that it has not passed is evidence of its own. */
    private static final double STILL_GROWS = 0.25;

    private Detector() {}

    /**
     * What is known about a declared change.
     *
     * @param day first day on which customers meet it
     * @param before customers per exposed day before the incident that it answers
     */
    record Change(int day, double before) {}

    /**
     * Looks at a day that is over.
     *
     * @param change the declared change, or null
     * @return what is to be raised, or null; the incident is then open
     */
    @Nullable
    static Signal closeDay(
            SeriesState series, DayView view, DetectionSettings settings, @Nullable Change change, Trace trace) {
        if (series.incident != null) {
            watch(series, series.incident, view, change, trace);
            return trace.found(worse(series, view, settings, true));
        }
        return opened(series, view, find(series, view, settings, change, true, trace), change);
    }

    /**
     * Looks at a day that goes on, for surges and regressions only. No more is expected of it than its hours allow, see
     * {@link Exposure}.
     */
    @Nullable
    static Signal within(
            SeriesState series, DayView view, DetectionSettings settings, @Nullable Change change, Trace trace) {
        if (series.incident != null) {
            return trace.found(worse(series, view, settings, false));
        }
        return opened(series, view, find(series, view, settings, change, false, trace), change);
    }

    /** What the tests say, without opening anything. */
    @Nullable
    static Signal find(
            SeriesState series,
            DayView view,
            DetectionSettings settings,
            @Nullable Change change,
            boolean dayIsOver,
            Trace trace) {
        WindowTest windows = new WindowTest(view, settings, change, trace);
        // A fix that has held for so long has a usual level of its own: what rises above it is judged as everywhere.
        if (change != null && view.today > change.day() && view.today - change.day() <= References.USUAL_FROM) {
            Signal back = trace.found(windows.regression(change.day(), change.before()));
            if (back != null) {
                return back;
            }
        }
        if (rests(series, view.today)) {
            return null;
        }
        Signal surge = trace.found(windows.surge());
        Signal growth = dayIsOver ? trace.found(windows.growth(settings.growth())) : null;
        if (surge != null) {
            boolean step = trace.shape(ShapeTest.stepOverSlope(view)) > STEP_BAR;
            if (step || (growth == null && view.age < SLOPE_DAYS)) {
                return surge;
            }
            if (growth == null && surge.value() >= IN_DOUBT * settings.surge()) {
                return surge.as(Reason.SLOW_BURN);
            }
        }
        if (growth != null) {
            return growth;
        }
        if (!dayIsOver) {
            return null;
        }
        Signal chronic = trace.found(ChronicTest.chronic(view, settings, trace));
        if (chronic == null) {
            return outcome(series, view, settings, trace);
        }
        Signal grown = windows.growth(GROWN * settings.growth());
        return grown == null ? chronic : grown;
    }

    /**
     * News about what goes on already, for a known problem that spreads is never silent: what was told as a surge
     * has not passed and still grows, or there is a surge on top of the level that the incident has had for weeks.
     */
    @Nullable
    private static Signal worse(SeriesState series, DayView view, DetectionSettings settings, boolean dayIsOver) {
        if (series.incident == null) {
            return null;
        }
        if (dayIsOver && outlived(series, view.today)) {
            Signal growth = new WindowTest(view.since(series.onset), settings, null, Trace.OFF)
                    .growthSince(series.onset, STILL_GROWS * settings.growth());
            if (growth != null) {
                series.incident = Reason.SLOW_BURN;
                series.level = view.today;
                return growth;
            }
        }
        int from = series.level + SETTLING_DAYS;
        return view.today - from < LEVEL_DAYS ? null : surgeOnTop(series, view, from, settings);
    }

    /** True when the plain counts of what is open suggest that it is worth a look within the day whether it got worse. */
    static boolean mayGetWorse(SeriesState series, int today) {
        int from = series.level + SETTLING_DAYS;
        int last = today - WindowTest.LONGEST_SURGE;
        if (series.incident == null || today - from < LEVEL_DAYS) {
            return false;
        }
        int first = Math.max(from, today - DayRing.LENGTH + 1);
        double level = (double) series.complainants.sum(first, last) / (last - first + 1);
        for (int window = WindowTest.SHORTEST_SURGE; window <= WindowTest.LONGEST_SURGE; window++) {
            if (series.complainants.sum(today - window + 1, today) > CLOSER_LOOK * level * window) {
                return true;
            }
        }
        return false;
    }

    /** True when the last days lie so far above all those before them that it is worth a closer look. */
    private static boolean isAbove(DayView view, int from) {
        int last = TODAY - WindowTest.LONGEST_SURGE;
        double days = DayView.sum(view.plain, view.index(from), last);
        double level = days <= 0 ? 0 : DayView.sum(view.count, view.index(from), last) / days;
        for (int window = WindowTest.SHORTEST_SURGE; window <= WindowTest.LONGEST_SURGE; window++) {
            int first = TODAY - window + 1;
            if (DayView.sum(view.count, first, TODAY) > CLOSER_LOOK * level * DayView.sum(view.plain, first, TODAY)) {
                return true;
            }
        }
        return false;
    }

    /** True when what was told as a surge, and nothing after it, has gone on for longer than one. */
    private static boolean outlived(SeriesState series, int today) {
        return series.incident == Reason.SURGE && series.level == series.onset && today - series.onset >= OUTLIVED_DAYS;
    }

    /** What grows from day to day was told as growth: only a step counts. */
    @Nullable
    private static Signal surgeOnTop(SeriesState series, DayView view, int from, DetectionSettings settings) {
        if (!isAbove(view, from)) {
            return null;
        }
        DayView inside = view.since(from);
        if (inside.references.usual().exposure() < LEVEL_DAYS / 2.0) {
            return null;
        }
        Signal surge = new WindowTest(inside, settings, null, Trace.OFF).surge();
        if (surge == null || surge.value() < WORSE * settings.surge() || ShapeTest.stepOverSlope(inside) <= STEP_BAR) {
            return null;
        }
        series.level = surge.onset();
        return surge;
    }

    /** Shortly after an incident nothing but a return after a change is raised. */
    static boolean rests(SeriesState series, int today) {
        return series.calmSince > today - REST_DAYS;
    }

    /** Rules about how complaints were settled, over eight weeks. */
    @Nullable
    private static Signal outcome(SeriesState series, DayView view, DetectionSettings settings, Trace trace) {
        int[] sums = series.eightWeeks(view.today);
        double complainants = DayView.sum(view.count, TODAY - 55, TODAY);
        double needed = Math.max(MINIMUM_OUTCOMES, settings.minimumCustomers());
        if (complainants < needed) {
            return null;
        }
        Signal exceptions = share(Reason.EXCEPTION_IS_THE_RULE, view, sums[1], sums[0], 0.5, needed, trace);
        return exceptions != null
                ? exceptions
                : share(Reason.DESIGN_INDUCED, view, sums[2], sums[0], 0.6, needed, trace);
    }

    @Nullable
    private static Signal share(
            Reason reason, DayView view, int part, int all, double threshold, double needed, Trace trace) {
        boolean few = part < needed;
        if ((few || part < threshold * all) && !trace.on()) {
            return null;
        }
        Signal share = new Signal(
                reason,
                view.today - 55,
                view.today,
                part,
                threshold * all,
                "share-of-complaints",
                (double) part / Math.max(1, all),
                threshold,
                view.today - 55,
                0);
        if (few || part < threshold * all) {
            trace.missed(share, few ? Shortfall.FEW_CUSTOMERS : Shortfall.BELOW_THRESHOLD);
            return null;
        }
        return trace.found(share);
    }

    /** Opens the incident; what begins after a change that took effect is a return. */
    @Nullable
    private static Signal opened(SeriesState series, DayView view, @Nullable Signal found, @Nullable Change change) {
        if (found == null) {
            return null;
        }
        Signal signal = change != null && found.onset() > change.day() ? found.as(Reason.REGRESSION) : found;
        series.incident = signal.reason();
        series.onset = signal.onset();
        series.level = signal.onset();
        series.reference = signal.reference();
        series.peak = 0;
        for (int day = Math.max(signal.onset(), view.today - DayView.LENGTH + 1); day <= view.today; day++) {
            series.known.set(day, 1);
        }
        watchPeak(series, view);
        return signal;
    }

    /** Follows an incident until it is calm; then its last, calm days may teach the baseline again. */
    private static void watch(SeriesState series, Reason incident, DayView view, @Nullable Change change, Trace trace) {
        series.known.set(view.today, 1);
        watchPeak(series, view);
        boolean level = incident == Reason.CHRONIC
                || incident == Reason.EXCEPTION_IS_THE_RULE
                || incident == Reason.DESIGN_INDUCED;
        int days = level ? CALM_DAYS_CHRONIC : incident == Reason.SLOW_BURN ? CALM_DAYS_SLOW_BURN : CALM_DAYS;
        double exposure = DayView.sum(view.exposure, TODAY - days + 1, TODAY);
        // Too little was heard: silence is not calm.
        boolean silence = exposure < 0.6 * days;
        double seen = DayView.sum(view.count, TODAY - days + 1, TODAY);
        double rate = exposure > 0 ? seen / exposure : 0;
        double bar = level
                ? Math.max(0.6 * series.reference, 0.25 * series.peak)
                : Math.max(1.4 * series.reference, 0.3 * series.peak);
        boolean young = view.today - days + 1 < series.onset;
        Shortfall shortfall = silence ? Shortfall.SILENCE : young || rate > bar ? Shortfall.NOT_CALM : Shortfall.NONE;
        trace.looked(incident, view, TODAY - days + 1, seen, bar * exposure, Examined.WATCH, rate, bar, shortfall);
        if (shortfall == Shortfall.NONE) {
            calm(series, view, change, days, bar);
        }
    }

    private static boolean isLoud(DayView view, int index, double bar) {
        double exposure = DayView.sum(view.exposure, index, index + LOUD_SPAN - 1);
        return DayView.sum(view.count, index, index + LOUD_SPAN - 1) > bar * exposure;
    }

    /**
     * Ends the incident: its last, calm days, and all days since a change that ended it, are normal ones.
     *
     * @param days over how many days it was judged
     * @param bar customers per exposed day up to which a day is calm
     */
    static void calm(SeriesState series, DayView view, @Nullable Change change, int days, double bar) {
        series.incident = null;
        series.calmSince = view.today;
        int from = view.today - days + 1;
        // The mean of the days is calm, but the first of them may still have been loud.
        while (from < view.today - FEWEST_CALM_DAYS + 1 && isLoud(view, view.index(from), bar)) {
            from++;
        }
        if (change != null && change.day() + 2 > series.onset) {
            from = Math.min(from, change.day() + 2);
        }
        for (int day = Math.max(from, view.day(0)); day <= view.today; day++) {
            series.known.set(day, 0);
        }
    }

    /** Customers per exposed day before the incident that a change declared now would answer. */
    static double beforeIncident(SeriesState series, DayView view, DetectionSettings settings) {
        if (series.incident == null || series.reference <= 0) {
            return view.references.usual().rate();
        }
        // After a chronic incident half the level that is too much is still worth a word.
        return series.incident == Reason.CHRONIC ? series.reference / 2 : series.reference;
    }

    private static void watchPeak(SeriesState series, DayView view) {
        double exposure = DayView.sum(view.exposure, TODAY - 6, TODAY);
        if (exposure >= 3) {
            series.peak = Math.max(PEAK_KEEPS * series.peak, DayView.sum(view.count, TODAY - 6, TODAY) / exposure);
        }
    }
}
