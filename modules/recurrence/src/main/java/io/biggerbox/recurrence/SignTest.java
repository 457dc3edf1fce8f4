package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/**
 * Looks for first signs: the tests of {@link Detector} with a lower bar. A sign is for those who want to
 * watch; it opens nothing and teaches no baseline anything.
 */
final class SignTest {

    /** Part of the threshold from which a test is nearly there. */
    private static final double NEARLY = 0.65;

    private static final int LONGEST_WINDOW = 28;

    private SignTest() {}

    /** The sign on a closed day on which nothing was raised, or null. */
    @Nullable
    static Signal find(SeriesState series, DayView view, DetectionSettings settings, Detector.@Nullable Change change) {
        double recent = DayView.sum(view.count, DayView.TODAY - LONGEST_WINDOW + 1, DayView.TODAY);
        if (recent < settings.minimumCustomers()) {
            // No window can hold enough customers: no need to look at any.
            return null;
        }
        DetectionSettings lower = settings.withThresholds(
                NEARLY * settings.surge(), NEARLY * settings.growth(), NEARLY * settings.regression());
        Signal found = Detector.find(series, view, lower, change, true, Trace.OFF);
        if (found == null && !Detector.rests(series, view.today)) {
            // Whether it is a step or a slope shows later than that there is something.
            found = new WindowTest(view, lower, change, Trace.OFF).surge();
        }
        if (found == null) {
            return ChronicTest.sign(view, settings);
        }
        return new Signal(
                found.reason(),
                found.from(),
                found.to(),
                found.seen(),
                found.expected(),
                found.statistic(),
                found.value(),
                found.threshold() / NEARLY,
                found.onset(),
                found.reference());
    }
}
