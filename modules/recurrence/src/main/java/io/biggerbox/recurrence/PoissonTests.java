package io.biggerbox.recurrence;

/**
 * Tests on counts. All use {@link StrictMath}, so that a replay on another machine decides the same.
 */
final class PoissonTests {

    private PoissonTests() {}

    /**
     * Two-sample log-likelihood ratio for counts that vary more than Poisson ones: how much better two
     * rates explain the counts than one, in negative binomial likelihood with the dispersion given (for a
     * dispersion of 1 the Poisson test of Przyborowski and Wilenski 1940 in the likelihood form of
     * Kulldorff's scan statistic, 1997). Unlike a z-score it takes the uncertainty of the reference into
     * account; unlike a Poisson ratio divided by the dispersion it does not overrate a handful of complaints.
     *
     * @param seen count in the window
     * @param exposure exposed days of the window
     * @param reference count in the reference
     * @param referenceExposure exposed days of the reference
     * @param dispersion variance over mean; at least 1
     * @return at least 0; 0 when the window is not above the reference
     */
    static double llr(double seen, double exposure, double reference, double referenceExposure, double dispersion) {
        if (exposure <= 0 || referenceExposure <= 0 || seen * referenceExposure <= reference * exposure) {
            return 0;
        }
        double rate = (seen + reference) / (exposure + referenceExposure);
        return Math.max(
                0,
                NegativeBinomial.halfDeviance(seen, rate * exposure, dispersion)
                        + NegativeBinomial.halfDeviance(reference, rate * referenceExposure, dispersion));
    }

    /**
     * Interval of the ratio of two Poisson rates on the log scale, widened by the dispersion and with
     * half a count added to each side, so that it exists for zero counts (Haldane 1956, Anscombe 1956).
     *
     * @param z normal quantile, for instance 1.96
     * @return lower bound, estimate, upper bound of after/before
     */
    static double[] ratio(
            double after, double afterExposure, double before, double beforeExposure, double dispersion, double z) {
        double a = after + 0.5;
        double b = before + 0.5;
        double log = StrictMath.log(a / afterExposure) - StrictMath.log(b / beforeExposure);
        double width = z * StrictMath.sqrt(dispersion * (1 / a + 1 / b));
        return new double[] {StrictMath.exp(log - width), StrictMath.exp(log), StrictMath.exp(log + width)};
    }
}
