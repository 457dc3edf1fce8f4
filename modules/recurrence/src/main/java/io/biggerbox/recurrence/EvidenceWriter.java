package io.biggerbox.recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the numbers of an alert together from what is remembered. */
final class EvidenceWriter {

    private static final int DAILY = 56;

    private EvidenceWriter() {}

    /**
     * The numbers.
     *
     * @param found what the alert is about, or null
     * @param day last day of the daily series
     * @param meanValue yearly value of an average complaining customer of the product; 0 when not known
     */
    static Evidence evidence(@Nullable Signal found, SeriesState series, Tally impact, int day, double meanValue) {
        Signal signal = found == null ? new Signal(Reason.SURGE, day, day, 0, 0, "none", 0, 0, day, 0) : found;
        List<Integer> daily = new ArrayList<>(DAILY);
        for (int d = day - DAILY + 1; d <= day; d++) {
            daily.add(Math.max(0, series.complainants.get(d)));
        }
        long customers = impact.reach();
        double share = impact.distinctShare();
        Map<String, Integer> tiers = new TreeMap<>();
        impact.who().tiers.forEach((tier, count) -> {
            if (count > 0) {
                tiers.put(tier, Pending.saturated(Math.max(1, Math.round(share * count))));
            }
        });
        double value = Math.rint(100 * share * impact.worth.total()) / 100;
        long valued = Math.min(customers, Math.round(share * impact.worth.customers()));
        return new Evidence(
                LocalDate.ofEpochDay(signal.from()),
                LocalDate.ofEpochDay(signal.to()),
                signal.seen(),
                signal.expected(),
                signal.statistic(),
                signal.value(),
                signal.threshold(),
                customers,
                Math.max(0, impact.mentions),
                daily,
                LocalDate.ofEpochDay(day - DAILY + 1L),
                tiers,
                value,
                valued,
                customers - valued,
                valued > 0 && meanValue > 0 ? Math.rint(10 * value / meanValue) / 10 : null,
                Math.max(0, impact.leavers),
                Math.max(0, impact.exceptions),
                Math.max(0, impact.userErrors),
                impact.meanSentiment(),
                impact.who().quotes.list());
    }
}
