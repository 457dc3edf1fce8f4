package io.biggerbox.recurrence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a source that is silent from one that speaks rarely: three times the longest gap of the eight weeks
 * before, and three days at least. No distribution is assumed; a product that is heard on weekdays only is
 * silent after six days, one that is heard daily after three.
 */
final class SilenceRule {

    private static final int LOOK_BACK = 56;
    private static final int LEAST_AGE = 28;
    private static final int LEAST_HEARD = 10;

    private SilenceRule() {}

    /**
     * The silence that follows when no more is heard, or null when the product is not heard regularly.
     *
     * @param state is used up: hours that are not decided on yet are taken into its days
     */
    @Nullable
    static Silence after(String product, ProductState state) {
        state.close(state.clock + 1);
        ProductState.Days days = state.days();
        int last = days.volume.last();
        int oldest = Math.max(days.firstDay, last - DayRing.LENGTH + 1);
        while (last >= oldest && !heard(days, last)) {
            last--;
        }
        if (last - days.firstDay + 1 < LEAST_AGE) {
            return null;
        }
        int heard = 0;
        int gap = 0;
        int longest = 0;
        for (int day = Math.max(oldest, last - LOOK_BACK + 1); day <= last; day++) {
            boolean spoke = heard(days, day);
            heard += spoke ? 1 : 0;
            gap = spoke ? 0 : gap + 1;
            longest = Math.max(longest, gap);
        }
        return heard >= LEAST_HEARD ? new Silence(product, LocalDate.ofEpochDay(last), longest) : null;
    }

    private static boolean heard(ProductState.Days days, int day) {
        return days.volume.get(day) > 0 || days.complaints.get(day) > 0;
    }
}
