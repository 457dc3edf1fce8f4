package io.biggerbox.recurrence;

import io.biggerbox.recurrence.Verification.Displaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks where the pain went after a change: into the themes that belong together with the changed one,
 * or, where it stands alone, into any other theme of the product.
 *
 * <p>Each theme's rate after the change is tested against its four weeks before it, one-sided, by the
 * signed root of the log-likelihood ratio at the theme's dispersion. Many themes are looked at
 * at once, so the level of 5 % holds for all of them together (Holm 1979).
 */
final class Displacement {

    private static final double LEVEL = 0.05;
    private static final double LEAST_RATIO = 1.5;
    private static final double LEAST_EXPOSURE = 7;
    private static final int SHOWN = 3;

    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(Displaced numbers, double chance) {}

    /** Adds a theme to look at. */
    void add(String theme, DayView view, int changeDay, int minimumCustomers) {
        int at = view.index(changeDay);
        int from = at - FixCheck.BEFORE_DAYS;
        double exposedBefore = DayView.sum(view.exposure, from, at - 1);
        double exposedAfter = DayView.sum(view.exposure, at + 1, DayView.TODAY);
        if (exposedBefore < LEAST_EXPOSURE || exposedAfter < LEAST_EXPOSURE) {
            return;
        }
        double before = DayView.sum(view.count, from, at - 1);
        double after = DayView.sum(view.count, at + 1, DayView.TODAY);
        double dispersion = Baseline.of(view, from, at - 1).dispersion();
        double llr = PoissonTests.llr(after, exposedAfter, before + 0.5, exposedBefore, dispersion);
        boolean matters =
                after >= minimumCustomers && after / exposedAfter >= LEAST_RATIO * (before + 0.5) / exposedBefore;
        candidates.add(new Candidate(
                new Displaced(
                        theme,
                        Math.round(before),
                        Math.round(after),
                        FixCheck.perWeek(before, exposedBefore),
                        FixCheck.perWeek(after, exposedAfter)),
                matters ? NormalTail.of(StrictMath.sqrt(2 * llr)) : 1));
    }

    /** The numbers with what was found among the themes added. */
    Verification addTo(Verification numbers) {
        candidates.sort(Comparator.comparingDouble(Candidate::chance)
                .thenComparing(candidate -> candidate.numbers().theme()));
        List<Displaced> risen = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).chance() > LEVEL / (candidates.size() - i)) {
                break;
            }
            if (risen.size() < SHOWN) {
                risen.add(candidates.get(i).numbers());
            }
        }
        return numbers.with(candidates.size(), risen);
    }
}
