package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared change held against the numbers: complaining customers per exposed week before and after
 * it. The day of the change itself belongs to neither side.
 *
 * <p>Exposed days are days on which the product was heard at all, weighted by weekday and campaign: a
 * source that is silent adds none, so silence is never read as improvement.
 *
 * @param effectiveAt from when on customers were to meet the change
 * @param targetDrop by which part the rate was to fall; above 0, at most 1
 * @param daysBefore days before the change that were looked at, at most 28
 * @param daysAfter days since the change; 0 while it lies ahead
 * @param exposedBefore exposed days among {@code daysBefore}
 * @param exposedAfter exposed days among {@code daysAfter}
 * @param customersBefore customers who complained before, each once in seven days
 * @param customersAfter the same after; those whose experience lies before the change are left out
 * @param perWeekBefore {@code customersBefore} per exposed week; 0 without exposure
 * @param perWeekAfter {@code customersAfter} per exposed week; 0 without exposure
 * @param ratio rate after over rate before with its 95 % interval, or null when there is nothing to compare
 * @param verdict what follows
 * @param conclusive false where the verdict only says that nothing was proven before the last day
 * @param compared how many other themes were looked at for displaced pain; 0 before a verdict
 * @param displaced those of them whose rate has risen since the change, clearest first
 */
public record Verification(
        Instant effectiveAt,
        double targetDrop,
        int daysBefore,
        int daysAfter,
        double exposedBefore,
        double exposedAfter,
        long customersBefore,
        long customersAfter,
        double perWeekBefore,
        double perWeekAfter,
        @Nullable Interval ratio,
        Verdict verdict,
        boolean conclusive,
        int compared,
        List<Displaced> displaced) {

    /** Name of the method, as alerts carry it. */
    public static final String METHOD = "poisson-rate-ratio-95";

    /** Days after the change on which a verdict is given with what is known. */
    public static final int LAST_DAY = 84;

    public Verification {
        displaced = List.copyOf(displaced);
    }

    /**
     * A 95 % interval of the ratio of two rates.
     *
     * @param low lower end
     * @param estimate best estimate, between both
     * @param high upper end
     */
    public record Interval(double low, double estimate, double high) {}

    /**
     * A theme whose rate has risen since the change: the pain may have moved there.
     *
     * @param theme id of the theme
     * @param customersBefore customers who complained about it before the change
     * @param customersAfter the same after it
     * @param perWeekBefore per exposed week
     * @param perWeekAfter per exposed week
     */
    public record Displaced(
            String theme, long customersBefore, long customersAfter, double perWeekBefore, double perWeekAfter) {}

    /** True when no other verdict can follow. */
    boolean isFinal() {
        return verdict != Verdict.PENDING && (verdict != Verdict.PARTIAL || daysAfter >= LAST_DAY);
    }

    Verification as(Verdict other, boolean isConclusive) {
        return copy(other, isConclusive, compared, displaced);
    }

    Verification with(int themesCompared, List<Displaced> risen) {
        return copy(verdict, conclusive, themesCompared, risen);
    }

    private Verification copy(Verdict other, boolean isConclusive, int themesCompared, List<Displaced> risen) {
        return new Verification(
                effectiveAt,
                targetDrop,
                daysBefore,
                daysAfter,
                exposedBefore,
                exposedAfter,
                customersBefore,
                customersAfter,
                perWeekBefore,
                perWeekAfter,
                ratio,
                other,
                isConclusive,
                themesCompared,
                risen);
    }
}
