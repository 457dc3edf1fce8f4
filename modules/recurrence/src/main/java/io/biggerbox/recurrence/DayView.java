package io.biggerbox.recurrence;

import java.util.function.IntPredicate;

/** The days of one series as the tests see them: counts, exposure and which days to leave out. */
final class DayView {

    static final int LENGTH = DayRing.LENGTH;

    /** Index of the day on which the decision is made. */
    static final int TODAY = LENGTH - 1;

    /** Complaints that are worth one weekday's knowledge of the series' own profile. */
    private static final double PROFILE_PRIOR = 15;

    private static final int PROFILE_DAYS = 70;

    final int today;

    /** Age of the product in days, at most {@link #LENGTH}. */
    final int age;

    /** Complaining customers; from the declared change on only those who met the problem after it. */
    final double[] count = new double[LENGTH];

    /** Exposed days, weighted by weekday. */
    final double[] exposure = new double[LENGTH];

    /** Exposed days without the weekday: for tests over whole weeks. */
    final double[] plain = new double[LENGTH];

    /** Seven factors with mean 1, index = day modulo 7. */
    final double[] weekday;

    /** Days of known incidents. */
    final boolean[] known = new boolean[LENGTH];

    /** What they are compared with. */
    final References references = new References(this);

    private final SeriesState series;
    private final Exposure product;
    private final int firstDay;
    private final int changeDay;

    DayView(SeriesState series, Exposure product, int firstDay, int changeDay) {
        this(series, product, firstDay, changeDay, day -> series.known.get(day) > 0);
    }

    private DayView(SeriesState series, Exposure product, int firstDay, int changeDay, IntPredicate isKnown) {
        this.series = series;
        this.product = product;
        this.firstDay = firstDay;
        this.changeDay = changeDay;
        today = product.today;
        age = (int) Math.max(0, Math.min(LENGTH, (long) today - firstDay + 1));
        int[] all = new int[LENGTH];
        int[] stale = new int[LENGTH];
        series.complainants.copyTo(all, today);
        if (changeDay <= today) {
            series.stale.copyTo(stale, today);
        }
        for (int i = 0; i < LENGTH; i++) {
            int day = product.day(i);
            int old = day >= changeDay ? Math.max(0, stale[i]) : 0;
            count[i] = Math.max(0, all[i] - old);
            known[i] = isKnown.test(day);
            // A day with a complaint was no outage, whatever the volume says so far.
            plain[i] = product.factor[i] == 0 && count[i] > 0 && day >= firstDay ? 1 : product.factor[i];
        }
        weekday = profile(product.weekday);
        for (int i = 0, slot = Math.floorMod(day(0), 7); i < LENGTH; i++, slot = slot == 6 ? 0 : slot + 1) {
            exposure[i] = plain[i] * weekday[slot];
        }
    }

    /** The same days, of which those from {@code day} on are all there is to compare with: the inside of an incident. */
    DayView since(int day) {
        return new DayView(series, product, firstDay, changeDay, other -> other < day);
    }

    int day(int index) {
        return today - LENGTH + 1 + index;
    }

    int index(int day) {
        return (int) Math.max(-1L, Math.min(LENGTH, (long) day - today + LENGTH - 1));
    }

    /** The product's profile, pulled towards the series' own as evidence for one accumulates. */
    private double[] profile(double[] product) {
        double[] seen = new double[7];
        double[] days = new double[7];
        double all = 0;
        double exposed = 0;
        int first = Math.max(0, TODAY - PROFILE_DAYS);
        for (int i = first, slot = Math.floorMod(day(first), 7); i < TODAY; i++, slot = slot == 6 ? 0 : slot + 1) {
            if (!known[i] && plain[i] > 0) {
                // One loud day must not become the profile.
                double capped = Math.min(count[i], 1e6);
                seen[slot] += capped;
                days[slot] += plain[i];
                all += capped;
                exposed += plain[i];
            }
        }
        double[] profile = new double[7];
        double total = 0;
        for (int slot = 0; slot < 7; slot++) {
            double expected = exposed == 0 ? 0 : all / exposed * days[slot];
            profile[slot] = (seen[slot] + PROFILE_PRIOR * product[slot]) / (expected + PROFILE_PRIOR);
            total += profile[slot];
        }
        for (int slot = 0; slot < 7; slot++) {
            profile[slot] *= 7 / total;
        }
        return profile;
    }

    /** Sum of {@code values} over the indices {@code from} to {@code to}, both inclusive. */
    static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i <= Math.min(LENGTH - 1, to); i++) {
            sum += values[i];
        }
        return sum;
    }
}
