package io.biggerbox.recurrence;

/**
 * Tests on counts. All use {@link StrictMath}, so that a replay on another machine decides the same.
 */
final class PoissonTests {

    private static final double[] ERFC = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private PoissonTests() {}

    /**
     * Two-sample Poisson log-likelihood ratio (Przyborowski and Wilenski 1940 in its likelihood form,
     * as in Kulldorff's scan statistic, 1997): how much better two rates explain the counts than one.
     * Unlike a z-score it takes the uncertainty of the reference into account.
     *
     * @param seen count in the window
     * @param exposure exposed days of the window
     * @param reference count in the reference
     * @param referenceExposure exposed days of the reference
     * @return at least 0; 0 when the window is not above the reference
     */
    static double llr(double seen, double exposure, double reference, double referenceExposure) {
        if (exposure <= 0 || referenceExposure <= 0 || seen * referenceExposure <= reference * exposure) {
            return 0;
        }
        double rate = (seen + reference) / (exposure + referenceExposure);
        return term(seen, rate * exposure) + term(reference, rate * referenceExposure);
    }

    private static double term(double count, double expected) {
        return count <= 0 ? 0 : count * StrictMath.log(count / expected);
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

    /**
     * Probability that a standard normal variable is above {@code z}; the complementary error function by the
     * Chebyshev fit of Press, Teukolsky, Vetterling and Flannery 1992, section 6.2 (relative error below 1.2e-7).
     *
     * @param z at least 0
     */
    static double upperTail(double z) {
        double x = z / StrictMath.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double sum = 0;
        for (int i = ERFC.length - 1; i >= 0; i--) {
            sum = sum * t + ERFC[i];
        }
        return 0.5 * t * StrictMath.exp(-x * x + sum);
    }
}
