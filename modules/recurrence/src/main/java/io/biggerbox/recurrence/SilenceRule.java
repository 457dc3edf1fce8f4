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
    private static final int LEAST_DAYS = 3;
    private static final int FACTOR = 3;

    private SilenceRule() {}

    /** The silence in which the product is on its last closed day, or null. */
    @Nullable
    static Silence find(String product, ProductState state) {
        ProductState.Days days = state.days();
        int today = (int) Math.floorDiv(state.closed, 24L) - 1;
        int last = Math.min(today, days.volume.last());
        int oldest = Math.max(days.firstDay, today - DayRing.LENGTH + 1);
        while (last >= oldest && !heard(days, last)) {
            last--;
        }
        int from = Math.max(oldest, last - LOOK_BACK + 1);
        if (last - days.firstDay + 1 < LEAST_AGE) {
            return null;
        }
        int heard = 0;
        int gap = 0;
        int longest = 0;
        for (int day = from; day <= last; day++) {
            boolean spoke = heard(days, day);
            heard += spoke ? 1 : 0;
            gap = spoke ? 0 : gap + 1;
            longest = Math.max(longest, gap);
        }
        int silent = today - last;
        return heard >= LEAST_HEARD && silent >= Math.max(LEAST_DAYS, FACTOR * longest)
                ? new Silence(product, LocalDate.ofEpochDay(last), silent, longest)
                : null;
    }

    private static boolean heard(ProductState.Days days, int day) {
        return days.volume.get(day) > 0 || days.complaints.get(day) > 0;
    }
}
