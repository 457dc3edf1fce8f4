package io.biggerbox.recurrence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One theme of a product under decision: what is known of it, what it comes to, what it says. */
final class ThemeLook {

    private final ProductSession session;

    private final String theme;
    private final int day;
    private final DetectionSettings own;
    private final SeriesState series;
    private final Impact impact;
    private AlertRecord record;

    ThemeLook(ProductSession session, String theme, int day) {
        this.session = session;
        this.theme = theme;
        this.day = day;
        own = session.book.of(session.product, theme);
        series = SeriesState.decode(session.store.get(ProductSession.SERIES + theme), day);
        impact = Impact.decode(session.store.get(ProductSession.IMPACT + theme), day);
        record = AlertRecord.decode(session.store.get(ProductSession.ALERT + theme));
    }

    void takeIn(long tick) {
        Pending one = session.pendingOf(theme);
        one.addTo(series, tick, session.tickHours());
        impact.moveTo(day, series.incident != null);
        one.addTo(impact, tick);
        one.removeBefore(tick);
    }

    /** True when something was raised. */
    boolean decide(Exposure exposure, boolean dayIsOver) {
        Instant at = Instant.ofEpochSecond(session.state.closed * 3600);
        if (dayIsOver) {
            step(new LifeCycle.Waited(), at);
        }
        Instant effective = record.changeEffectiveAt();
        boolean changed = effective != null && !effective.isAfter(at);
        int changeDay = effective == null ? Integer.MAX_VALUE : EventDays.of(effective);
        DayView view = new DayView(series, exposure, session.state.days().firstDay, changeDay);
        Detector.Change change = changed ? new Detector.Change(changeDay, record.changeBefore()) : null;
        if (dayIsOver && record.state() == AlertState.VERIFYING && changed) {
            judge(view, changeDay, change, at);
        }
        Reason incident = series.incident;
        Signal signal =
                dayIsOver ? Detector.closeDay(series, view, own, change) : Detector.within(series, view, own, change);
        if (signal != null) {
            step(new LifeCycle.Raised(signal, EvidenceWriter.reach(impact.total())), at);
            return true;
        }
        if (incident != null && series.incident == null) {
            step(new LifeCycle.Calmed(), at);
        } else if (incident != null && dayIsOver) {
            step(new LifeCycle.GoesOn(EvidenceWriter.reach(impact.total())), at);
        }
        return false;
    }

    private void judge(DayView view, int changeDay, Detector.@Nullable Change change, Instant at) {
        AlertState verdict = Verification.judge(view, changeDay, series.onset);
        if (verdict != null) {
            step(new LifeCycle.Judged(verdict), at);
            if (verdict == AlertState.VERIFIED && series.incident != null) {
                Detector.calm(series, view, change, 7);
                step(new LifeCycle.Calmed(), at);
            }
        }
    }

    void obey(AlertCommand command) {
        double before = 0;
        Instant at = Instant.ofEpochSecond(session.state.clock * 3600);
        at = command.issuedAt().isAfter(at) ? command.issuedAt() : at;
        if (command instanceof AlertCommand.DeclareChange) {
            DayView view = new DayView(
                    series, new Exposure(session.state.days(), day), session.state.days().firstDay, Integer.MAX_VALUE);
            before = Detector.beforeIncident(series, view, own);
        }
        if (at.equals(record.openedAt())) {
            // A raise is known by both times being equal.
            at = at.plusMillis(1);
        }
        step(new LifeCycle.Said(command, before), at);
    }

    private void step(LifeCycle.Happening happening, Instant at) {
        LifeCycle.Step step = LifeCycle.next(record, happening, at);
        record = step.record();
        if (step.speaks()) {
            session.alerts.add(EvidenceWriter.alert(
                    session.product, theme, record, series, impact.total(), day, at, session.state.arrival));
        }
    }

    void save() {
        session.store.put(ProductSession.SERIES + theme, series.encode());
        session.store.put(ProductSession.IMPACT + theme, impact.encode());
        session.store.put(ProductSession.ALERT + theme, record.equals(AlertRecord.NONE) ? null : record.encode());
    }
}
