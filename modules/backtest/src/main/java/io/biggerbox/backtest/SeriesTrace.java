package io.biggerbox.backtest;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.DecisionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Keeps what a replay decides about the series that are asked for, and the names of all others. */
public final class SeriesTrace implements DecisionLog {

    private final Predicate<Series> asked;
    private final Set<Series> heard = new TreeSet<>();
    private final Map<Series, List<DayDecision>> decisions = new TreeMap<>();
    private final Map<Series, List<ProcessChangeAlert>> revisions = new TreeMap<>();

    /**
     * Starts with nothing.
     *
     * @param asked which series to keep
     */
    public SeriesTrace(Predicate<Series> asked) {
        this.asked = asked;
    }

    @Override
    public boolean listensTo(String product, String theme) {
        Series series = new Series(product, theme);
        heard.add(series);
        return decisions.containsKey(series) || asked.test(series);
    }

    @Override
    public void decided(DayDecision decision) {
        decisions
                .computeIfAbsent(new Series(decision.product(), decision.theme()), series -> new ArrayList<>())
                .add(decision);
    }

    /** Takes a revision of an alert; those of other series are dropped. */
    public void revised(ProcessChangeAlert alert) {
        Series series = new Series(alert.getProduct(), alert.getTheme());
        if (asked.test(series)) {
            revisions.computeIfAbsent(series, key -> new ArrayList<>()).add(alert);
        }
    }

    /** Every series about which a day was decided, whether it was asked for or not. */
    public Set<Series> heard() {
        return Set.copyOf(heard);
    }

    /** What was decided about those that were asked for, in the order of product and theme. */
    public List<Explanation> explanations() {
        return decisions.entrySet().stream()
                .map(entry -> new Explanation(
                        entry.getKey(), entry.getValue(), revisions.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
