package io.biggerbox.recurrence;

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
        boolean[] live = new boolean[LENGTH];
        int[] volume = new int[LENGTH];
        int[] complaints = new int[LENGTH];
        product.volume.copyTo(volume, today);
        product.complaints.copyTo(complaints, today);
        for (int i = 0; i < LENGTH; i++) {
            int pain = Math.max(0, complaints[i]);
            live[i] = (volume[i] > 0 || pain > 0) && day(i) >= product.firstDay;
            other[i] = Math.max(0, volume[i] - pain);
        }
        profile(other, live);
        double[] level = new double[LENGTH];
        for (int i = 0, slot = Math.floorMod(day(0), 7); i < LENGTH; i++, slot = slot == 6 ? 0 : slot + 1) {
            level[i] = other[i] / weekday[slot];
        }
        double[] before = new double[MEDIAN_DAYS];
        int n = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (live[i]) {
                double median = n >= MEDIAN_DAYS / 2 ? before[n / 2] : 0;
                double ratio = median >= CAMPAIGN_MINIMUM ? level[i] / median : 0;
                double over = i < LENGTH - 1 ? 1 : Math.max(hours / 24.0, Math.min(1, ratio));
                factor[i] = ratio >= CAMPAIGN ? ratio : over;
            }
            // The levels of the last two weeks stay in order: one leaves, one comes.
            int leaves = i - MEDIAN_DAYS;
            if (leaves >= 0 && live[leaves]) {
                n = remove(before, n, level[leaves]);
            }
            if (live[i]) {
                n = insert(before, n, level[i]);
            }
        }
    }

    /** Takes {@code value} out of the first {@code size} values, which are so few that a search would cost more. */
    private static int remove(double[] sorted, int size, double value) {
        int at = 0;
        while (sorted[at] != value) {
            at++;
        }
        for (; at < size - 1; at++) {
            sorted[at] = sorted[at + 1];
        }
        return size - 1;
    }

    private static int insert(double[] sorted, int size, double value) {
        int at = size;
        for (; at > 0 && sorted[at - 1] > value; at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = value;
        return size + 1;
    }

    int day(int index) {
        return today - LENGTH + 1 + index;
    }

    private void profile(double[] other, boolean[] live) {
        double[] sum = new double[7];
        int[] days = new int[7];
        double all = 0;
        int count = 0;
        for (int i = LENGTH - 1 - PROFILE_DAYS; i < LENGTH - 1; i++) {
            if (live[i]) {
                int slot = Math.floorMod(day(i), 7);
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
