package io.biggerbox.recurrence;

import java.util.Arrays;

/**
 * How much of a normal day each day of a product was, by its volume alone. An outage is no exposure
 * at all, so silence is never read as improvement; a campaign is more than a day, so that it explains a
 * bump. Complaints are taken out of the volume first, and a rise counts only against the two weeks
 * before it, so that neither a flood of complaints nor a lasting rise of praise hides pain.
 */
final class Exposure {

    private static final int LENGTH = DayRing.LENGTH;
    private static final int MEDIAN_DAYS = 14;
    private static final int PROFILE_DAYS = 56;

    /** Feedback that is worth one weekday's knowledge: pulls the profile of small products to flat. */
    private static final double PROFILE_PRIOR = 20;

    private static final double CAMPAIGN = 1.6;
    private static final double CAMPAIGN_MINIMUM = 5;

    /** A little less than {@link #CAMPAIGN}, so that rounding decides nothing. */
    private static final double CLEARLY_LESS = 0.999 * CAMPAIGN;

    /** Last day of the arrays. */
    final int today;

    /** 0 for outages and days before the product; 1 normally, less for a day that goes on; from {@value #CAMPAIGN} in campaigns. */
    final double[] factor = new double[LENGTH];

    /** Seven factors with mean 1, index = day modulo 7. */
    final double[] weekday = new double[7];

    /**
     * @param hours how much of {@code today} is over, 1 to 24. Of a day that goes on no more is expected than its hours
     *     allow, or than the feedback of the day so far, which tells a product whose feedback bears dates only
     */
    Exposure(ProductState.Days product, int today, int hours) {
        this.today = today;
        double[] other = new double[LENGTH];
        int[] volume = product.volume.until(today);
        int[] complaints = product.complaints.until(today);
        for (int i = 0; i < LENGTH; i++) {
            int pain = Math.max(0, complaints[i]);
            factor[i] = (volume[i] > 0 || pain > 0) && day(i) >= product.firstDay ? 1 : 0;
            other[i] = Math.max(0, volume[i] - pain);
        }
        profile(other);
        double[] level = other;
        for (int i = 0, slot = Math.floorMod(day(0), 7); i < LENGTH; i++, slot = slot == 6 ? 0 : slot + 1) {
            level[i] /= weekday[slot];
        }
        // The newest first: what is found of a day does not hide that the days before it were live.
        if (factor[LENGTH - 1] > 0) {
            double ratio = ratio(level, LENGTH - 1);
            factor[LENGTH - 1] = ratio >= CAMPAIGN ? ratio : Math.max(hours / 24.0, Math.min(1, ratio));
        }
        for (int i = LENGTH - 2; i >= 0; i--) {
            if (factor[i] > 0 && mayBeCampaign(level, i)) {
                double ratio = ratio(level, i);
                factor[i] = ratio >= CAMPAIGN ? ratio : 1;
            }
        }
    }

    /** False when the median of the two weeks before cannot be low enough: mostly there is no need to find it. */
    private boolean mayBeCampaign(double[] level, int day) {
        if (level[day] < CAMPAIGN * CAMPAIGN_MINIMUM) {
            return false;
        }
        int live = 0;
        int lower = 0;
        for (int i = Math.max(0, day - MEDIAN_DAYS); i < day; i++) {
            if (factor[i] > 0) {
                live++;
                lower += level[i] * CLEARLY_LESS <= level[day] ? 1 : 0;
            }
        }
        return lower > live / 2;
    }

    /** A day over the median of the two weeks before it; 0 where that is too little to tell. */
    private double ratio(double[] level, int day) {
        double[] before = new double[MEDIAN_DAYS];
        int live = 0;
        for (int i = Math.max(0, day - MEDIAN_DAYS); i < day; i++) {
            if (factor[i] > 0) {
                before[live++] = level[i];
            }
        }
        if (live < MEDIAN_DAYS / 2) {
            return 0;
        }
        Arrays.sort(before, 0, live);
        double median = before[live / 2];
        return median >= CAMPAIGN_MINIMUM ? level[day] / median : 0;
    }

    int day(int index) {
        return today - LENGTH + 1 + index;
    }

    private void profile(double[] other) {
        double[] sum = new double[7];
        int[] days = new int[7];
        double all = 0;
        int count = 0;
        int first = LENGTH - 1 - PROFILE_DAYS;
        for (int i = first, slot = Math.floorMod(day(first), 7); i < LENGTH - 1; i++, slot = slot == 6 ? 0 : slot + 1) {
            if (factor[i] > 0) {
                sum[slot] += other[i];
                days[slot]++;
                all += other[i];
                count++;
            }
        }
        double mean = count == 0 ? 0 : all / count;
        double total = 0;
        for (int slot = 0; slot < 7; slot++) {
            double expected = mean * days[slot];
            weekday[slot] = (sum[slot] + PROFILE_PRIOR) / (expected + PROFILE_PRIOR);
            total += weekday[slot];
        }
        for (int slot = 0; slot < 7; slot++) {
            weekday[slot] = Math.max(0.02, weekday[slot] * 7 / total);
        }
    }
}
