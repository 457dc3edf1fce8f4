package io.biggerbox.recurrence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alert as a pure function: a record and something that happened give the next record.
 * What teams say is in {@link CommandRules}.
 *
 * <p>An alert that becomes calm without a declared change keeps its last state; only the record knows
 * that it is calm. When the complaint comes back after that, a new generation is raised as
 * {@link AlertState#OPEN}. When a change had been declared and taken effect, it is raised as
 * {@link AlertState#REGRESSED} and counted for life.
 *
 * <p>A first sign goes silently when nothing follows; but a verdict in front of which it stood is said
 * again, because readers keep the latest revision.
 */
final class LifeCycle {

    /** Age of an open incident, in weeks, at which it speaks up again. */
    private static final int[] LADDER_WEEKS = {4, 8, 16, 26};

    /** A reach that doubles from two to four customers is no news. */
    private static final long ESCALATION_MINIMUM = 10;

    /** New customers since it last spoke up without which growing older is no news. */
    private static final long STILL_GOES_ON = 5;

    private LifeCycle() {}

    /** Something that happens to an alert. */
    sealed interface Happening {}

    /** The evidence is nearly there. */
    record Emerged(Signal signal) implements Happening {}

    /**
     * The detector opened an incident.
     *
     * @param since the numbers since the declared change, or null when none is in effect
     */
    record Raised(Signal signal, long reach, @Nullable Verification since) implements Happening {}

    /** What is open got clearly worse. */
    record Worsened(Signal signal, long reach) implements Happening {}

    /** A team said something. */
    record Said(AlertCommand command, double changeBefore) implements Happening {}

    /** The incident goes on and has reached so many customers. */
    record GoesOn(long reach) implements Happening {}

    /** The incident has ended. */
    record Calmed() implements Happening {}

    /** The numbers after a change allow a verdict, and so many customers were reached until then. */
    record Judged(Verification verification, long reach) implements Happening {}

    /** Time passed. */
    record Waited() implements Happening {}

    /** What it told must not be told any more: it is said again without it. */
    record Reworded() implements Happening {}

    /**
     * What follows.
     *
     * @param record the next record
     * @param speaks whether it is to be published as a revision
     */
    record Step(AlertRecord record, boolean speaks) {}

    /**
     * The next step.
     *
     * @param at event time at which it happened
     */
    static Step next(AlertRecord before, Happening happening, Instant at) {
        AlertRecord.Draft draft = before.draft();
        boolean speaks;
        if (happening instanceof Raised raised) {
            speaks = raise(before, draft, raised, at);
        } else if (happening instanceof Emerged emerged) {
            speaks = emerge(before, draft, emerged.signal(), at);
        } else if (happening instanceof Said said) {
            speaks = CommandRules.obey(before, draft, said, at);
        } else if (happening instanceof Worsened worsened) {
            speaks = worsen(before, draft, worsened, at);
        } else if (happening instanceof GoesOn goesOn) {
            speaks = escalate(before, draft, goesOn.reach(), at);
        } else if (happening instanceof Judged judged) {
            speaks = judge(before, draft, judged);
        } else if (happening instanceof Calmed) {
            draft.calm = true;
            speaks = false;
        } else if (happening instanceof Reworded) {
            speaks = before.exists();
        } else {
            speaks = wait(before, draft, at);
        }
        if (speaks) {
            draft.revision++;
        }
        return new Step(draft.done(), speaks);
    }

    /** True when the mere passing of time changes something about the alert. */
    static boolean hasTimeToPass(AlertRecord record, Instant at) {
        return !next(record, new Waited(), at).record().equals(record);
    }

    /** True when a first sign would be told: nothing is open, silenced or being watched, and the last is long ago. */
    static boolean mayEmerge(AlertRecord record, Instant at) {
        FirstSign last = record.sign();
        if (last != null && (last.stands() || at.isBefore(last.at().plus(FirstSign.PAUSE)))) {
            return false;
        }
        boolean spokenFor = record.state() == AlertState.MUTED
                || record.state() == AlertState.CHANGE_DECLARED
                || record.isWatched();
        return !record.exists() || (record.calm() && !spokenFor);
    }

    private static boolean emerge(AlertRecord before, AlertRecord.Draft draft, Signal signal, Instant at) {
        if (!mayEmerge(before, at)) {
            return false;
        }
        draft.sign = new FirstSign(at, signal, true, before.state());
        draft.state = AlertState.EMERGING;
        draft.calm = true;
        return true;
    }

    private static boolean raise(AlertRecord before, AlertRecord.Draft draft, Raised raised, Instant at) {
        Signal signal = raised.signal();
        boolean back = signal.reason() == Reason.REGRESSION;
        AlertState raisedAs = back ? AlertState.REGRESSED : AlertState.OPEN;
        if (before.generation() == 0 || before.calm()) {
            draft.generation = before.generation() + 1;
        }
        draft.calm = false;
        draft.regressions += back ? 1 : 0;
        draft.signal = signal;
        draft.sign = before.sign() == null ? null : before.sign().passed();
        draft.openedAt = at;
        draft.firstSeenAt = before.firstSeenAt() == null ? at : before.firstSeenAt();
        draft.worseAt = null;
        draft.rung = 0;
        draft.change = outcome(before.change(), raised.since(), back);
        if (silenced(before, at) && raised.reach() < worse(before.reach())) {
            // Told when the silence ends, or when it gets worse.
            draft.previous = raisedAs;
            return false;
        }
        draft.state = raisedAs;
        draft.reach = raised.reach();
        draft.previous = null;
        draft.mutedUntil = null;
        draft.actor = null;
        draft.note = null;
        return true;
    }

    /** A return is a verdict; what is raised for another reason ends the watch without one. */
    private static @Nullable DeclaredChange outcome(
            @Nullable DeclaredChange change, @Nullable Verification since, boolean back) {
        return change == null || since == null || !back ? change : change.with(since.as(Verdict.REGRESSED, true));
    }

    private static boolean silenced(AlertRecord record, Instant at) {
        return record.state() == AlertState.MUTED && isAfter(record.mutedUntil(), at);
    }

    private static long worse(long reach) {
        return Math.max(2 * reach, reach + ESCALATION_MINIMUM);
    }

    /** Speaks through a silence, which lasts until it gets worse; a change that is being watched has its own verdict. */
    private static boolean worsen(AlertRecord before, AlertRecord.Draft draft, Worsened worsened, Instant at) {
        if (!before.exists() || before.calm() || isWaiting(before)) {
            return false;
        }
        draft.state = AlertState.ESCALATED;
        draft.signal = worsened.signal();
        draft.worseAt = at;
        draft.reach = Math.max(worsened.reach(), before.reach());
        draft.previous = null;
        draft.mutedUntil = null;
        return true;
    }

    /** A change that is being watched has its own verdict. */
    private static boolean isWaiting(AlertRecord record) {
        return record.isWatched() && record.state() != AlertState.MUTED;
    }

    private static boolean escalate(AlertRecord before, AlertRecord.Draft draft, long reach, Instant at) {
        if (!before.exists() || before.calm() || before.openedAt() == null) {
            return false;
        }
        boolean doubled = reach >= worse(before.reach());
        boolean silenced = silenced(before, at);
        long weeks = Duration.between(before.openedAt(), at).toDays() / 7;
        int rung = before.rung();
        while (rung < LADDER_WEEKS.length && weeks >= LADDER_WEEKS[rung]) {
            rung++;
        }
        // Age alone says nothing: a problem goes on only if new customers keep meeting it.
        boolean goesOn = reach - before.reach() >= STILL_GOES_ON;
        boolean waiting = isWaiting(before);
        // A change that lies ahead excuses that it grows old, but not that it spreads.
        boolean ahead = before.state() == AlertState.CHANGE_DECLARED;
        boolean older = rung > before.rung() && goesOn && !silenced && !waiting && !ahead;
        if (!waiting && !ahead && goesOn) {
            draft.rung = rung;
        }
        if (before.state() == AlertState.VERIFIED || waiting || !(doubled || older)) {
            return false;
        }
        draft.state = AlertState.ESCALATED;
        draft.reach = Math.max(reach, before.reach());
        draft.previous = null;
        draft.mutedUntil = null;
        return true;
    }

    private static boolean judge(AlertRecord before, AlertRecord.Draft draft, Judged judged) {
        Verification verification = judged.verification();
        AlertState verdict = verification.verdict().state();
        if (before.change() == null || verdict == null || !before.isWatched()) {
            return false;
        }
        draft.change = before.change().with(verification);
        if (before.state() == AlertState.MUTED) {
            draft.previous = verdict;
            return false;
        }
        if (verdict == before.state()) {
            return false;
        }
        draft.state = verdict;
        draft.reach = Math.max(before.reach(), judged.reach());
        return true;
    }

    private static boolean wait(AlertRecord before, AlertRecord.Draft draft, Instant at) {
        boolean gone = passSign(before, draft, at);
        if (before.state() == AlertState.MUTED && !isAfter(before.mutedUntil(), at)) {
            return CommandRules.speakAgain(draft);
        }
        if (isDue(before, at)) {
            draft.state = AlertState.VERIFYING;
            return true;
        }
        return gone;
    }

    /** True when the time of a change has come that was declared for later. */
    private static boolean isDue(AlertRecord record, Instant at) {
        DeclaredChange change = record.change();
        if (change == null || change.outcome() != null || !change.isInEffect(at) || record.state() == null) {
            return false;
        }
        return switch (record.state()) {
            case CHANGE_DECLARED -> true;
            // Raised anew while the change lay ahead.
            case OPEN, ACKNOWLEDGED, ESCALATED, REGRESSED ->
                record.openedAt() != null && change.effectiveAt().isAfter(record.openedAt());
            default -> false;
        };
    }

    /** Lets a first sign go; true when the state before it is to be said again. */
    private static boolean passSign(AlertRecord before, AlertRecord.Draft draft, Instant at) {
        FirstSign sign = before.sign();
        if (sign == null || !sign.stands() || at.isBefore(sign.until())) {
            return false;
        }
        draft.sign = sign.passed();
        AlertState back = sign.before();
        if (before.state() == AlertState.MUTED) {
            draft.previous = back;
            return false;
        }
        draft.state = back;
        return back == AlertState.VERIFIED || back == AlertState.PARTIAL || back == AlertState.NO_EFFECT;
    }

    static boolean isAfter(@Nullable Instant time, Instant at) {
        return time != null && time.isAfter(at);
    }
}
