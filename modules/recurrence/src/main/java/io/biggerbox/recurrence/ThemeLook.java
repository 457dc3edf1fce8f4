package io.biggerbox.recurrence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One theme of a product under decision: what is known of it, what it comes to, what it says. */
final class ThemeLook {

    /** Days over which a change that worked ends the incident that it answered. */
    private static final int CALM_DAYS = 7;

    private final ProductSession session;
    private final String theme;
    private final int today;
    private final DetectionSettings own;
    private final SeriesState series;
    private final boolean hadIncident;
    private AlertRecord record;

    /** What was taken in; null while it is only looked at how things stand. */
    private @Nullable Pending taken;

    private long takenBefore;

    private @Nullable Impact impact;

    /** @param today the day that is looked at */
    ThemeLook(ProductSession session, String theme, int today) {
        this.session = session;
        this.theme = theme;
        this.today = today;
        own = session.setup.settings().of(session.product, theme);
        series = SeriesState.decode(session.store.get(ProductSession.SERIES + theme), today);
        hadIncident = series.incident != null;
        record = session.alertOf(theme);
    }

    /** Looks at what lies before {@code hour}; {@link #save} takes it out of what waits. */
    void takeIn(long hour) {
        Pending before = session.pendingOf(theme).before(hour);
        before.addTo(series);
        taken = before;
        takenBefore = hour;
    }

    /** True when what is looked at within a day may hold enough customers to be raised at all, or to be worse. */
    boolean mayBeRaised() {
        return series.incident == null
                ? series.complainants.sum(today - WindowTest.LONGEST_SURGE + 1, today) >= own.minimumCustomers()
                : Detector.mayGetWorse(series, today);
    }

    /** Who was hurt: read only when somebody asks, which within a day is seldom. */
    private Impact impact() {
        Impact known = impact;
        if (known == null) {
            known = Impact.decode(session.store.get(ProductSession.IMPACT + theme), today);
            if (taken != null) {
                known.moveTo(today, hadIncident);
                taken.addTo(known);
            }
            impact = known;
        }
        return known;
    }

    private Exposure exposure() {
        return session.exposure(today);
    }

    /** Lets time pass without looking at the days: nothing was said, and nothing is followed. */
    void passTime() {
        step(new LifeCycle.Waited(), session.closedAt());
        saveRecord();
    }

    /** True when something was raised. */
    boolean decide(boolean dayIsOver) {
        Instant at = session.closedAt();
        if (dayIsOver) {
            step(new LifeCycle.Waited(), at);
        }
        DeclaredChange declared = record.change();
        DeclaredChange inEffect = declared != null && declared.isInEffect(at) ? declared : null;
        Detector.Change change = inEffect == null ? null : new Detector.Change(inEffect.day(), inEffect.before());
        DayView view = view(declared);
        Trace trace = log().listensTo(session.product, theme) ? Trace.of(series) : Trace.OFF;
        boolean heard = session.setup.themes().isListenedFor(theme);
        if (dayIsOver && inEffect != null && record.isWatched() && heard) {
            judge(view, inEffect, change, at);
        }
        Reason incident = series.incident;
        Signal signal = dayIsOver
                ? Detector.closeDay(series, view, own, change, trace)
                : Detector.within(series, view, own, change, trace);
        if (signal != null && incident != null) {
            step(new LifeCycle.Worsened(signal, impact().reach()), at);
        } else if (signal != null) {
            Verification since = inEffect == null ? null : FixCheck.measure(view, inEffect, series.onset);
            step(new LifeCycle.Raised(signal, impact().reach(), since), at);
        } else if (incident != null && series.incident == null) {
            step(new LifeCycle.Calmed(), at);
        } else if (incident != null && dayIsOver) {
            step(new LifeCycle.GoesOn(impact().reach()), at);
        } else if (dayIsOver && LifeCycle.mayEmerge(record, at)) {
            Signal sign = SignTest.find(series, view, own, change);
            if (sign != null) {
                step(new LifeCycle.Emerged(sign), at);
            }
        }
        if (trace.on() && (dayIsOver || signal != null)) {
            log().decided(DecisionWriter.looked(
                    session.product, theme, at, view, series, record.state(), signal, trace));
        }
        return signal != null;
    }

    private DecisionLog log() {
        return session.setup.log();
    }

    /** Tells the log that the day was no occasion to look. */
    void sayNotLookedAt() {
        log().decided(DecisionWriter.notLookedAt(session.product, theme, session.closedAt(), view(null), series));
    }

    private void judge(DayView view, DeclaredChange declared, Detector.@Nullable Change change, Instant at) {
        Verification numbers = FixCheck.measure(view, declared, series.onset);
        Verification judged = FixCheck.judge(numbers);
        Verification told = declared.outcome();
        if (judged.verdict() != Verdict.PENDING) {
            if (told != null && told.verdict() == judged.verdict()) {
                judged = judged.with(told.compared(), told.displaced());
            } else {
                judged = session.neighbours.displaced(
                        judged,
                        theme,
                        declared.day(),
                        exposure(),
                        session.state.days().firstDay,
                        own.minimumCustomers());
            }
            step(new LifeCycle.Judged(judged, impact().reach()), at);
        }
        if (FixCheck.hasEnded(numbers) && series.incident != null) {
            Detector.calm(series, view, change, CALM_DAYS, Double.POSITIVE_INFINITY);
            step(new LifeCycle.Calmed(), at);
        }
    }

    /** Says again how it stands. */
    void reword() {
        step(new LifeCycle.Reworded(), notARaise(Instant.ofEpochSecond(session.state.clock * 3600)));
        saveRecord();
    }

    /** A raise, or what got worse, is known by two times being equal. */
    private Instant notARaise(Instant at) {
        return at.equals(record.openedAt()) || at.equals(record.worseAt()) ? at.plusMillis(1) : at;
    }

    void obey(AlertCommand command) {
        double before = 0;
        Instant at = Instant.ofEpochSecond(session.state.clock * 3600);
        at = command.issuedAt().isAfter(at) ? command.issuedAt() : at;
        if (command instanceof AlertCommand.DeclareChange) {
            before = Detector.beforeIncident(series, view(null), own);
        }
        step(new LifeCycle.Said(command, before), notARaise(at));
        saveRecord();
    }

    private DayView view(@Nullable DeclaredChange change) {
        return new DayView(
                series, exposure(), session.state.days().firstDay, change == null ? Integer.MAX_VALUE : change.day());
    }

    private void step(LifeCycle.Happening happening, Instant at) {
        LifeCycle.Step step = LifeCycle.next(record, happening, at);
        record = step.record();
        if (step.speaks()) {
            Alert alert = alert(at);
            session.store.put(
                    ProductSession.SHOWN + theme,
                    ShownQuotes.encode(alert.evidence().quotes()));
            session.alerts.add(alert);
        }
    }

    private Alert alert(Instant at) {
        Signal told = record.told();
        Instant opened = record.hasSign() || record.openedAt() == null ? at : record.openedAt();
        Worth worth = new Worth();
        worth.add(session.state.days().worth);
        if (taken != null) {
            taken.addTo(worth);
        }
        return new Alert(
                AlertIds.of(session.product, theme),
                session.product,
                theme,
                record.state() == null ? AlertState.OPEN : record.state(),
                told == null ? Reason.SURGE : told.reason(),
                record.toldGeneration(),
                record.revision(),
                session.setup.themes().parentOf(theme),
                session.neighbours.openAlerts(theme),
                record.regressions(),
                record.firstSeenAt() == null ? opened : record.firstSeenAt(),
                opened,
                at,
                session.state.arrival,
                record.changeEffectiveAt(),
                record.mutedUntil(),
                record.actor(),
                record.note(),
                record.signUntil(),
                record.worseAt(),
                verification(),
                EvidenceWriter.evidence(told, series, impact().total(), today, worth.mean()));
    }

    /** The verdict as it was given, or the numbers as they stand. */
    private @Nullable Verification verification() {
        DeclaredChange change = record.change();
        if (change == null) {
            return null;
        }
        Verification told = change.outcome();
        if (told != null && told.isFinal()) {
            return told;
        }
        Verification now = FixCheck.measure(view(change), change, series.onset);
        return told == null ? now : now.as(told.verdict(), told.conclusive()).with(told.compared(), told.displaced());
    }

    void save() {
        session.store.put(ProductSession.SERIES + theme, series.encode());
        session.store.put(ProductSession.IMPACT + theme, impact().encode());
        if (taken != null) {
            taken.addTo(session.state.days().worth);
            session.dropPending(theme, takenBefore);
        }
        saveRecord();
    }

    private void saveRecord() {
        session.keep(theme, record);
    }
}
