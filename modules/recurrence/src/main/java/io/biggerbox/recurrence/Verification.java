package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/** Judges a declared change by the numbers: a fix is a claim until they say so. */
final class Verification {

    private static final int BEFORE_DAYS = 28;
    private static final int FIRST_VERDICT = 14;
    private static final int SECOND_VERDICT = 28;
    private static final double WORKED = 0.7;
    private static final double DID_NOT = 0.8;
    private static final double Z = 1.96;

    private Verification() {}

    /**
     * Compares complaints per exposed day after the change with the four weeks before it (or the part
     * of them that belongs to the incident).
     *
     * @param changeDay first day of the change
     * @param onset day on which the incident began
     * @return VERIFIED, NO_EFFECT, or null while it is too early or too close to call
     */
    @Nullable
    static AlertState judge(DayView view, int changeDay, int onset) {
        int days = view.today - changeDay;
        if (days < FIRST_VERDICT || days > DayView.LENGTH - BEFORE_DAYS) {
            return null;
        }
        int change = view.index(changeDay);
        int from = change - BEFORE_DAYS;
        if (onset < changeDay - 3) {
            from = Math.max(from, view.index(onset));
        }
        double exposedBefore = DayView.sum(view.exposure, from, change - 1);
        double exposedAfter = DayView.sum(view.exposure, change + 1, DayView.TODAY);
        if (exposedBefore < 3 || exposedAfter < FIRST_VERDICT / 2.0) {
            return null;
        }
        double before = DayView.sum(view.count, from, change - 1);
        double after = DayView.sum(view.count, change + 1, DayView.TODAY);
        double[] ratio = PoissonTests.ratio(after, exposedAfter, before, exposedBefore, 1.4, Z);
        if (ratio[2] < WORKED) {
            return AlertState.VERIFIED;
        }
        return days >= SECOND_VERDICT && ratio[0] > DID_NOT ? AlertState.NO_EFFECT : null;
    }
}
