package io.biggerbox.recurrence;

/**
 * What is normal for a series.
 *
 * @param count complaining customers in the reference days, loud days cut down
 * @param exposure exposed days of the reference
 * @param dispersion variance over mean of the reference days, from 1 to 4
 */
record Baseline(double count, double exposure, double dispersion) {

    /** No day to compare with. */
    static final Baseline NONE = new Baseline(0, 0, 1);

    /** Dispersion of a series about which nothing is known, and how many days that belief weighs. */
    private static final double PRIOR_DISPERSION = 1.4;

    private static final double PRIOR_DAYS = 80;

    /** Standard deviations beyond which a day counts no more for the rate. */
    private static final double LOUD = 2.5;

    /** The same for the dispersion, which loud days are a part of: only what is out of all proportion is cut. */
    private static final double OUTRAGEOUS = 6;

    boolean isNone() {
        return exposure <= 0;
    }

    double rate() {
        return exposure <= 0 ? 0 : count / exposure;
    }

    /**
     * Winsorised reference over the indices {@code from} to {@code to}, both inclusive, without the days
     * of known incidents (the idea of re-weighting past outbreaks is Farrington, Andrews, Beale and
     * Catchpole 1996; cutting down instead keeps one pass over integers).
     */
    static Baseline of(DayView view, int from, int to) {
        double count = 0;
        double exposure = 0;
        for (int i = Math.max(0, from); i <= to; i++) {
            if (uses(view, i)) {
                count += view.count[i];
                exposure += view.exposure[i];
            }
        }
        double dispersion = PRIOR_DISPERSION;
        for (int round = 0; round < 2 && exposure > 0; round++) {
            double rate = count / exposure;
            count = 0;
            double chi = 0;
            int days = 0;
            for (int i = Math.max(0, from); i <= to; i++) {
                if (uses(view, i)) {
                    double mean = rate * view.exposure[i];
                    double deviation = StrictMath.sqrt(dispersion * mean);
                    count += Math.min(view.count[i], mean + LOUD * deviation + 0.5);
                    double off = Math.min(view.count[i], mean + OUTRAGEOUS * deviation + 0.5) - mean;
                    chi += mean > 0 ? off * off / Math.max(mean, 0.3) : 0;
                    days++;
                }
            }
            dispersion = (chi + PRIOR_DAYS * PRIOR_DISPERSION) / (days + PRIOR_DAYS);
        }
        return new Baseline(count, exposure, Math.max(1, Math.min(4, dispersion)));
    }

    private static boolean uses(DayView view, int index) {
        return !view.known[index] && view.exposure[index] > 0;
    }
}
