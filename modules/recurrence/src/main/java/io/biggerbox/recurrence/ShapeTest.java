package io.biggerbox.recurrence;

/**
 * Tells a step from a slope: of the two shapes, which explains the last ten weeks better? Both have two
 * free parameters beyond the level (when it began, how strong it is), so their likelihoods compare.
 */
final class ShapeTest {

    private static final int SPAN = 84;
    private static final int TODAY = DayView.TODAY;

    /** A step may be this old: what began before is a level by now. */
    private static final int OLDEST_STEP = 21;

    /** A slope takes weeks. */
    private static final int[] SLOPE_DAYS = {21, 28, 35, 42, 49, 56, 63, 70, 77, 84};

    /** Daily growth: doubling in about 28 to 60 days. What doubles faster is no slope that a step could be taken for. */
    private static final double[] GROWTH = {0.012, 0.016, 0.020, 0.025};

    /** A problem that breaks out is so many times usual, mostly; each e-fold that a step is lower costs so much. */
    private static final double HIGH = 4;

    private static final double LOW_STEP_COSTS = 4;

    private ShapeTest() {}

    /**
     * Log-likelihood of the best step minus that of the best exponential slope. A step has a prior for its height: a
     * burst on a slope looks like a step too, but a low one.
     */
    static double stepOverSlope(DayView view) {
        int first = Math.max(TODAY - SPAN, DayView.LENGTH - view.age);
        double step = Double.NEGATIVE_INFINITY;
        for (int days = 2; days <= OLDEST_STEP; days++) {
            step = Math.max(step, step(view, first, TODAY - days + 1));
        }
        double slope = Double.NEGATIVE_INFINITY;
        for (int days : SLOPE_DAYS) {
            for (double growth : GROWTH) {
                slope = Math.max(slope, slope(view, first, TODAY - days + 1, growth));
            }
        }
        return step - slope;
    }

    /** Profile log-likelihood of a step: both levels are set to their best values. */
    private static double step(DayView view, int first, int start) {
        double before = DayView.sum(view.count, first, start - 1);
        double exposedBefore = DayView.sum(view.exposure, first, start - 1);
        double after = DayView.sum(view.count, start, TODAY);
        double exposedAfter = DayView.sum(view.exposure, start, TODAY);
        if (exposedBefore <= 0 || exposedAfter <= 0) {
            return xlogy(before + after, exposedBefore + exposedAfter);
        }
        double height = StrictMath.log((after + 0.5) / exposedAfter) - StrictMath.log((before + 0.5) / exposedBefore);
        return xlogy(before, exposedBefore)
                + xlogy(after, exposedAfter)
                + LOW_STEP_COSTS * Math.min(0, height - StrictMath.log(HIGH));
    }

    /** Profile log-likelihood of a slope: the level from which it grows is set to its best value. */
    private static double slope(DayView view, int first, int start, double growth) {
        double seen = 0;
        double weighted = 0;
        double bonus = 0;
        for (int i = first; i <= TODAY; i++) {
            double log = growth * Math.max(0, i - start + 1);
            seen += view.count[i];
            weighted += view.exposure[i] * StrictMath.exp(log);
            bonus += view.count[i] * log;
        }
        return xlogy(seen, weighted) + bonus;
    }

    private static double xlogy(double count, double exposure) {
        return count <= 0 || exposure <= 0 ? 0 : count * StrictMath.log(count / exposure);
    }
}
