package io.biggerbox.demo;

/** How much of what happens on which day: the script of the stories. Days are counted from 0. */
final class Rates {
    static final double RELEASE_DAY = 94;
    static final double HOTFIX_DAY = 106;
    static final double REFUND_DAY = 35;
    /** Six in the morning. */
    static final double REFUND_FIX_DAY = 65.25;

    static final double REFUND_BACK_DAY = 119;
    static final double GROWTH_DAY = 70;
    static final double GROWN_DAY = 147;
    static final int ANGRY_DAY = 82;
    static final int MARKETING_DAY = 129;

    static final int ANGRY_POSTS = 40;
    static final int MARKETING_FACTOR = 5;

    private static final double LOGIN_BASE = 2.5 / 7;
    private static final double REFUND_BASE = 3.0 / 7;
    private static final double REFUND_QUIET = 0.4 / 7;
    private static final double DELIVERY_BASE = 3.0 / 7;
    private static final double PRAISE_GROWTH = 9;
    private static final double COMPLAINT_GROWTH = 5;

    private Rates() {}

    static double login(double day) {
        boolean broken = day >= RELEASE_DAY && day < HOTFIX_DAY;
        return broken ? 8 * LOGIN_BASE : LOGIN_BASE;
    }

    static double refund(double day) {
        if (day < REFUND_DAY) {
            return REFUND_BASE;
        }
        if (day < REFUND_FIX_DAY) {
            return 6 * REFUND_BASE;
        }
        if (day < REFUND_FIX_DAY + 4) {
            // Those who met it before the fix and write now.
            return 2 * REFUND_BASE;
        }
        return day < REFUND_BACK_DAY ? REFUND_QUIET : 4 * REFUND_BASE;
    }

    static double delivery(double day) {
        return DELIVERY_BASE * StrictMath.pow(COMPLAINT_GROWTH, grown(day));
    }

    /** By how much everything but complaints is more than in the first week. */
    static double volume(DemoProduct product, int day) {
        if (product == DemoProduct.HOME_DELIVERY) {
            return StrictMath.pow(PRAISE_GROWTH, grown(day));
        }
        return product == DemoProduct.PANTRY_CLUB && day == MARKETING_DAY ? MARKETING_FACTOR : 1;
    }

    private static double grown(double day) {
        return StrictMath.min(1, StrictMath.max(0, (day - GROWTH_DAY) / (GROWN_DAY - GROWTH_DAY)));
    }
}
