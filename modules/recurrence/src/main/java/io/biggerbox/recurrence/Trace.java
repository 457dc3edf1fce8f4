package io.biggerbox.recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tests say while they look at one day. {@link #OFF} forgets all of it; a test that would have
 * to compute something only to say it asks {@link #on()} first.
 */
final class Trace {

    /** For series that nobody listens to. */
    static final Trace OFF = new Trace(false, null, 0);

    private final boolean on;
    private final @Nullable Reason incidentBefore;
    private final int onsetBefore;
    private final Map<Reason, Examined> found = new EnumMap<>(Reason.class);
    private final Map<Reason, Examined> looked = new EnumMap<>(Reason.class);
    private @Nullable Double stepOverSlope;

    private Trace(boolean on, @Nullable Reason incidentBefore, int onsetBefore) {
        this.on = on;
        this.incidentBefore = incidentBefore;
        this.onsetBefore = onsetBefore;
    }

    /** A trace of what is about to be decided about {@code series}. */
    static Trace of(SeriesState series) {
        return new Trace(true, series.incident, series.onset);
    }

    boolean on() {
        return on;
    }

    /**
     * A window and what it lacked. Of all windows of a test the highest value is kept.
     *
     * @param from index of its first day in the view
     */
    void looked(
            Reason reason,
            DayView view,
            int from,
            double seen,
            double expected,
            String statistic,
            double value,
            double threshold,
            Shortfall shortfall) {
        if (on) {
            Examined examined = new Examined(
                    reason,
                    LocalDate.ofEpochDay(view.day(from)),
                    LocalDate.ofEpochDay(view.today),
                    Math.round(seen),
                    expected,
                    statistic,
                    value,
                    threshold,
                    shortfall);
            keep(examined);
        }
    }

    /** A window passed; null when none did. */
    @Nullable
    Signal found(@Nullable Signal signal) {
        if (on && signal != null) {
            found.put(signal.reason(), examined(signal, Shortfall.NONE));
        }
        return signal;
    }

    /** A window would have passed, but for one thing. */
    void missed(Signal signal, Shortfall shortfall) {
        if (on) {
            keep(examined(signal, shortfall));
        }
    }

    /** Which shape explains the series better. */
    double shape(double stepOverSlope) {
        if (on) {
            this.stepOverSlope = stepOverSlope;
        }
        return stepOverSlope;
    }

    /** Why the incident was raised that was open before the decision, or null. */
    @Nullable
    Reason incidentBefore() {
        return incidentBefore;
    }

    /** Day on which that incident is judged to have begun. */
    int onsetBefore() {
        return onsetBefore;
    }

    /** What {@link #shape} was told, or null. */
    @Nullable
    Double stepOverSlope() {
        return stepOverSlope;
    }

    /** One for each test that looked, in the order of the reasons. */
    List<Examined> examined() {
        List<Examined> all = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            Examined one = found.getOrDefault(reason, looked.get(reason));
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private void keep(Examined examined) {
        looked.merge(examined.reason(), examined, (one, other) -> other.value() > one.value() ? other : one);
    }

    static Examined examined(Signal signal, Shortfall shortfall) {
        return new Examined(
                signal.reason(),
                LocalDate.ofEpochDay(signal.from()),
                LocalDate.ofEpochDay(signal.to()),
                signal.seen(),
                signal.expected(),
                signal.statistic(),
                signal.value(),
                signal.threshold(),
                shortfall);
    }
}
