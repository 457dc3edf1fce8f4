package io.biggerbox.recurrence;

import java.util.Arrays;

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
    final double[] count;

    /** Exposed days, weighted by weekday. */
    final double[] exposure = new double[LENGTH];

    /** Exposed days without the weekday: for tests over whole weeks. */
    final double[] plain;

    /** Seven factors with mean 1, index = day modulo 7. */
    final double[] weekday;

    /** Days of known incidents. */
    final boolean[] known;

    /** What they are compared with. */
    final References references = new References(this);

    private final Exposure product;

    DayView(SeriesState series, Exposure product, int firstDay, int changeDay) {
        this(
                product,
                (int) Math.max(0, Math.min(LENGTH, (long) product.today - firstDay + 1)),
                new double[LENGTH],
                new double[LENGTH],
                new boolean[LENGTH]);
        int[] all = series.complainants.until(today);
        int[] stale = series.stale.until(today);
        int[] incident = series.known.until(today);
        int first = index(firstDay);
        int change = index(changeDay);
        for (int i = 0; i < LENGTH; i++) {
            int old = i >= change ? Math.max(0, stale[i]) : 0;
            count[i] = Math.max(0, all[i] - old);
            known[i] = incident[i] > 0;
            // A day with a complaint was no outage, whatever the volume says so far.
            plain[i] = product.factor[i] == 0 && count[i] > 0 && i >= first ? 1 : product.factor[i];
        }
        expose();
    }

    private DayView(Exposure product, int age, double[] count, double[] plain, boolean[] known) {
        this.product = product;
        this.age = age;
        this.count = count;
        this.plain = plain;
        this.known = known;
        today = product.today;
        weekday = new double[7];
    }

    /** The same days, of which those from {@code day} on are all there is to compare with: the inside of an incident. */
    DayView since(int day) {
        boolean[] before = new boolean[LENGTH];
        Arrays.fill(before, 0, Math.max(0, index(day)), true);
        DayView inside = new DayView(product, age, count, plain, before);
        inside.expose();
        return inside;
    }

    private void expose() {
        profile();
        for (int i = 0, slot = Math.floorMod(day(0), 7); i < LENGTH; i++, slot = slot == 6 ? 0 : slot + 1) {
            exposure[i] = plain[i] * weekday[slot];
        }
    }

    int day(int index) {
        return today - LENGTH + 1 + index;
    }

    int index(int day) {
        return (int) Math.max(-1L, Math.min(LENGTH, (long) day - today + LENGTH - 1));
    }

    /** The product's profile, pulled towards the series' own as evidence for one accumulates. */
    private void profile() {
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
        double total = 0;
        for (int slot = 0; slot < 7; slot++) {
            double expected = exposed == 0 ? 0 : all / exposed * days[slot];
            weekday[slot] = (seen[slot] + PROFILE_PRIOR * product.weekday[slot]) / (expected + PROFILE_PRIOR);
            total += weekday[slot];
        }
        for (int slot = 0; slot < 7; slot++) {
            weekday[slot] *= 7 / total;
        }
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
