package io.biggerbox.recurrence;

/**
 * How surprising a count is that varies more than a Poisson count: negative binomial with mean μ and
 * variance φμ. A million cases cost hardly more than one.
 *
 * <p>Up to {@value #EXACT} cases the probabilities below are summed up. Above, the tail is the saddle-point approximation of
 * Lugannani and Rice (1980) in the form of Barndorff-Nielsen (1986), with the correction for counts of
 * Daniels (1987): with the shape n = μ/(φ−1),
 *
 * <pre>
 *   s = log(y(n+μ) / (μ(n+y)))                            the tilt that makes y the mean
 *   w = √(2 (y log(y/μ) − (y+n) log((y+n)/(μ+n))))        the signed root of the deviance
 *   u = (1 − e⁻ˢ) √(y (1 + y/n))
 *   P(Y ≥ y) ≈ 1 − Φ(w + log(u/w)/w)
 * </pre>
 *
 * <p>which from a mean of 20 on is within 1 % of the exact sum.
 */
final class NegativeBinomial {

    /** Below it the distribution is a Poisson one for all that matters here. */
    private static final double LEAST_DISPERSION = 1.0005;

    /** So near to the mean the tail is one half, and the formula would divide by zero. */
    private static final double NEAR = 1e-3;

    /** Counts up to here are summed up exactly. */
    static final int EXACT = 30;

    private NegativeBinomial() {}

    /**
     * Mid-p value (Lancaster 1961): P(Y &gt; count) + P(Y = count)/2. Unlike the plain tail it is right on average
     * also for small counts, where the plain one would use up only a part of the false alarms allowed.
     *
     * @param count cases seen; at least 0
     * @param mean above 0
     * @param dispersion variance over mean; values below 1 are read as 1
     * @return 0 to 1; at least 0.5 when the count does not exceed the mean
     */
    static double midTail(double count, double mean, double dispersion) {
        return (tail(count, mean, dispersion) + tail(count + 1, mean, dispersion)) / 2;
    }

    /** P(Y ≥ count) for counts above the mean; 1 for others, which surprise nobody. */
    static double tail(double count, double mean, double dispersion) {
        double phi = Math.max(LEAST_DISPERSION, dispersion);
        double n = mean / (phi - 1);
        if (count <= mean || count <= 0) {
            return 1;
        }
        if (count <= EXACT) {
            return summed((int) count, n, phi);
        }
        double s = StrictMath.log(count / mean) - StrictMath.log((n + count) / (n + mean));
        double w = StrictMath.sqrt(Math.max(0, 2 * halfDeviance(count, mean, dispersion)));
        if (w < NEAR) {
            return 0.5;
        }
        double u = -StrictMath.expm1(-s) * StrictMath.sqrt(count * (1 + count / n));
        return NormalTail.of(w + StrictMath.log(u / w) / w);
    }

    /**
     * How much better the count explains itself than the mean does, in log-likelihood at the shape that
     * belongs to the mean: half the deviance of McCullagh and Nelder (1989).
     *
     * @param count cases seen; at least 0
     * @param mean above 0
     * @param dispersion variance over mean; values below 1 are read as 1
     * @return at least 0, apart from rounding; 0 when the count is the mean
     */
    static double halfDeviance(double count, double mean, double dispersion) {
        double n = mean / (Math.max(LEAST_DISPERSION, dispersion) - 1);
        double own = count <= 0 ? 0 : count * StrictMath.log(count / mean);
        return own - (count + n) * StrictMath.log((count + n) / (mean + n));
    }

    private static double summed(int count, double n, double phi) {
        double probability = StrictMath.exp(-n * StrictMath.log(phi));
        double below = 0;
        for (int k = 0; k < count; k++) {
            below += probability;
            probability *= (1 - 1 / phi) * (n + k) / (k + 1);
        }
        return Math.max(0, 1 - below);
    }
}
