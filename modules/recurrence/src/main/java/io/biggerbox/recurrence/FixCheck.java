package io.biggerbox.recurrence;

import io.biggerbox.recurrence.Verification.Interval;
import java.util.List;

/**
 * Judges a declared change by the numbers: a fix is a claim until they say so.
 *
 * <p>Complaining customers per exposed day after the change are compared with the four weeks before it
 * (or the part of them that belongs to the incident) by {@link PoissonTests#ratio}. Looking every day
 * would in the long run find anything, therefore the bars lie beyond what a single look would need: the
 * upper end of the interval below {@value #WORKED}, not below 1.
 */
final class FixCheck {

    static final int BEFORE_DAYS = 28;

    private static final int FIRST_VERDICT = 14;
    private static final int SECOND_VERDICT = 28;
    private static final double WORKED = 0.7;
    private static final double DID_NOT = 0.8;
    private static final double Z = 1.96;
    private static final double DISPERSION = 1.4;

    /** Fewer exposed days before the change are nothing to compare with. */
    static final double LEAST_BEFORE = 3;

    /** Fewer complaining customers before it prove nothing by falling. */
    static final long LEAST_CUSTOMERS = 5;

    private FixCheck() {}

    /**
     * The numbers, without a verdict.
     *
     * @param onset day on which the incident began
     */
    static Verification measure(DayView view, DeclaredChange change, int onset) {
        int day = change.day();
        int at = view.index(day);
        int from = at - BEFORE_DAYS;
        if (onset < day - 3) {
            from = Math.max(from, view.index(onset));
        }
        double exposedBefore = DayView.sum(view.exposure, from, at - 1);
        double exposedAfter = DayView.sum(view.exposure, at + 1, DayView.TODAY);
        double before = DayView.sum(view.count, from, at - 1);
        double after = DayView.sum(view.count, at + 1, DayView.TODAY);
        Interval ratio = null;
        if (exposedBefore >= LEAST_BEFORE && exposedAfter > 0) {
            double[] ends = PoissonTests.ratio(after, exposedAfter, before, exposedBefore, DISPERSION, Z);
            ratio = new Interval(ends[0], ends[1], ends[2]);
        }
        return new Verification(
                change.effectiveAt(),
                change.targetDrop(),
                at - Math.max(0, from),
                Math.max(0, view.today - day),
                exposedBefore,
                exposedAfter,
                Math.round(before),
                Math.round(after),
                perWeek(before, exposedBefore),
                perWeek(after, exposedAfter),
                ratio,
                Verdict.PENDING,
                false,
                0,
                List.of());
    }

    static double perWeek(double customers, double exposedDays) {
        return exposedDays <= 0 ? 0 : 7 * customers / exposedDays;
    }

    /** True when so many fewer complain that the incident has ended, whatever the target was. */
    static boolean hasEnded(Verification numbers) {
        Interval ratio = numbers.ratio();
        return ratio != null
                && numbers.exposedAfter() >= FIRST_VERDICT / 2.0
                && numbers.daysAfter() >= FIRST_VERDICT
                && numbers.daysAfter() <= Verification.LAST_DAY
                && ratio.high() < WORKED;
    }

    /**
     * The numbers with the verdict that they allow. From {@link Verification#LAST_DAY} on there is always one: what
     * is not proven by then is no improvement, and says so by not being conclusive.
     */
    static Verification judge(Verification numbers) {
        int days = numbers.daysAfter();
        Interval ratio = numbers.ratio();
        boolean last = days >= Verification.LAST_DAY;
        if (days < FIRST_VERDICT) {
            return numbers;
        }
        if (ratio == null || numbers.exposedAfter() < FIRST_VERDICT / 2.0) {
            return last ? numbers.as(Verdict.NO_EFFECT, false) : numbers;
        }
        double goal = 1 - numbers.targetDrop();
        if (ratio.high() < Math.max(WORKED, goal) && ratio.estimate() <= goal) {
            return numbers.as(Verdict.VERIFIED, true);
        }
        if (days >= SECOND_VERDICT && ratio.low() > DID_NOT) {
            return numbers.as(Verdict.NO_EFFECT, true);
        }
        if (days >= SECOND_VERDICT && ratio.high() < 1 && ratio.low() > goal) {
            return numbers.as(Verdict.PARTIAL, true);
        }
        return last ? atLast(numbers, ratio, goal) : numbers;
    }

    private static Verification atLast(Verification numbers, Interval ratio, double goal) {
        if (numbers.customersBefore() < LEAST_CUSTOMERS) {
            return numbers.as(Verdict.NO_EFFECT, false);
        }
        boolean fewer = ratio.high() < 1;
        return fewer || ratio.estimate() <= goal
                ? numbers.as(Verdict.PARTIAL, fewer)
                : numbers.as(Verdict.NO_EFFECT, false);
    }
}
