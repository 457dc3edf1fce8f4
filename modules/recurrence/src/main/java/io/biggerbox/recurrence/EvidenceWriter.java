package io.biggerbox.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the public alert together from what is remembered. */
final class EvidenceWriter {

    private static final int DAILY = 56;

    private EvidenceWriter() {}

    /**
     * The public form of a record that has spoken.
     *
     * @param day last day of the daily series
     */
    static Alert alert(
            String product,
            String theme,
            AlertRecord record,
            SeriesState series,
            Tally impact,
            int day,
            Instant decidedAt,
            Instant raisedAt) {
        Instant opened = record.openedAt() == null ? decidedAt : record.openedAt();
        Instant first = record.firstSeenAt() == null ? opened : record.firstSeenAt();
        return new Alert(
                AlertIds.of(product, theme),
                product,
                theme,
                record.state() == null ? AlertState.OPEN : record.state(),
                record.reason() == null ? Reason.SURGE : record.reason(),
                record.generation(),
                record.revision(),
                record.regressions(),
                first,
                opened,
                decidedAt,
                raisedAt,
                record.changeEffectiveAt(),
                record.mutedUntil(),
                record.actor(),
                record.note(),
                evidence(record.signal(), series, impact, day));
    }

    private static Evidence evidence(@Nullable Signal found, SeriesState series, Tally impact, int day) {
        Signal signal = found == null ? new Signal(Reason.SURGE, day, day, 0, 0, "none", 0, 0, day, 0) : found;
        List<Integer> daily = new ArrayList<>(DAILY);
        for (int d = day - DAILY + 1; d <= day; d++) {
            daily.add(Math.max(0, series.complainants.get(d)));
        }
        Map<String, Integer> tiers = new TreeMap<>();
        impact.tiers.forEach((tier, count) -> {
            if (count > 0) {
                tiers.put(tier, Pending.saturated(count));
            }
        });
        return new Evidence(
                LocalDate.ofEpochDay(signal.from()),
                LocalDate.ofEpochDay(signal.to()),
                signal.seen(),
                signal.expected(),
                signal.statistic(),
                signal.value(),
                signal.threshold(),
                reach(impact),
                Math.max(0, impact.mentions),
                daily,
                LocalDate.ofEpochDay(day - DAILY + 1L),
                tiers,
                Math.max(0, impact.valueAtRisk()),
                Math.max(0, impact.leavers),
                Math.max(0, impact.exceptions),
                Math.max(0, impact.userErrors),
                impact.meanSentiment(),
                impact.quotes.list());
    }

    /** Distinct customers; callers that pass no hashes are served with the count of complainants. */
    static long reach(Tally impact) {
        long distinct = impact.customers.count();
        return distinct > 0 ? distinct : Math.max(0, impact.complainants);
    }
}
