package io.biggerbox.recurrence;

/**
 * Tells a step from a slope: of the two shapes, which explains the last ten weeks better? Both have two
 * free parameters beyond the level (when it began, how strong it is), so their likelihoods compare.
 */
final class ShapeTest {

    private static final int SPAN = 84;
    private static final int TODAY = DayView.TODAY;

    private ShapeTest() {}

    /** Log-likelihood of the best step minus that of the best exponential slope. */
    static double stepOverSlope(DayView view) {
        int first = Math.max(TODAY - SPAN, DayView.LENGTH - view.age);
        double step = Double.NEGATIVE_INFINITY;
        for (int days = 2; days <= 21; days++) {
            step = Math.max(step, bestScale(view, first, days, 0));
        }
        double slope = Double.NEGATIVE_INFINITY;
        for (int days = 21; days <= 84; days += 7) {
            for (int half = 0; half < GROWTH.length; half++) {
                slope = Math.max(slope, bestScale(view, first, days, GROWTH[half]));
            }
        }
        return step - slope;
    }

    /** Daily growth: doubling in about 14 to 60 days. */
    private static final double[] GROWTH = {0.012, 0.016, 0.020, 0.025, 0.032, 0.042, 0.05};

    /** Profile log-likelihood: the level and, for a step, its height are set to their best values. */
    private static double bestScale(DayView view, int first, int days, double growth) {
        int start = TODAY - days + 1;
        double before = 0;
        double exposedBefore = 0;
        double after = 0;
        double weightAfter = 0;
        double bonus = 0;
        for (int i = first; i <= TODAY; i++) {
            if (view.exposure[i] <= 0) {
                continue;
            }
            if (i < start) {
                before += view.count[i];
                exposedBefore += view.exposure[i];
            } else {
                double log = growth * (i - start + 1);
                after += view.count[i];
                weightAfter += view.exposure[i] * StrictMath.exp(log);
                bonus += view.count[i] * log;
            }
        }
        if (growth > 0) {
            return xlogy(before + after, exposedBefore + weightAfter) + bonus;
        }
        return xlogy(before, exposedBefore) + xlogy(after, weightAfter);
    }

    private static double xlogy(double count, double exposure) {
        return count <= 0 || exposure <= 0 ? 0 : count * StrictMath.log(count / exposure);
    }
}
