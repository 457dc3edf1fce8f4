package io.biggerbox.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alert as a pure function: a record and something that happened give the next record.
 *
 * <p>An alert that becomes calm without a declared change keeps its last state; only the record knows
 * that it is calm. When the complaint comes back after that, a new generation is raised as
 * {@link AlertState#OPEN}. When a change had been declared and taken effect, it is raised as
 * {@link AlertState#REGRESSED} and counted for life.
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

    /** The detector opened an incident. */
    record Raised(Signal signal, long reach) implements Happening {}

    /** A team said something. */
    record Said(AlertCommand command, double changeBefore) implements Happening {}

    /** The incident goes on and has reached so many customers. */
    record GoesOn(long reach) implements Happening {}

    /** The incident has ended. */
    record Calmed() implements Happening {}

    /** A verdict about the change; VERIFIED or NO_EFFECT. */
    record Judged(AlertState verdict) implements Happening {}

    /** Time passed. */
    record Waited() implements Happening {}

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
            speaks = emerge(before, draft, emerged, at);
        } else if (happening instanceof Said said) {
            if (before.commands().contains(shortId(said.command()))) {
                return new Step(before, false);
            }
            remember(draft, shortId(said.command()));
            speaks = obey(before, draft, said, at);
            if (speaks) {
                draft.actor = said.command().actor();
                draft.note = said.command().note();
            }
        } else if (happening instanceof GoesOn goesOn) {
            speaks = escalate(before, draft, goesOn.reach(), at);
        } else if (happening instanceof Judged judged) {
            speaks = before.state() == AlertState.VERIFYING;
            draft.state = speaks ? judged.verdict() : draft.state;
        } else if (happening instanceof Calmed) {
            draft.calm = true;
            speaks = false;
        } else {
            speaks = wait(before, draft, at);
        }
        if (speaks) {
            draft.revision++;
        }
        return new Step(draft.done(), speaks);
    }

    private static boolean emerge(AlertRecord before, AlertRecord.Draft draft, Emerged emerged, Instant at) {
        if (before.exists()) {
            return false;
        }
        draft.state = AlertState.EMERGING;
        draft.reason = emerged.signal().reason();
        draft.signal = emerged.signal();
        draft.generation = 1;
        draft.firstSeenAt = at;
        draft.openedAt = at;
        draft.calm = true;
        return true;
    }

    private static boolean raise(AlertRecord before, AlertRecord.Draft draft, Raised raised, Instant at) {
        Signal signal = raised.signal();
        boolean wasCalm = before.calm();
        draft.calm = false;
        if (silenced(before, at) && raised.reach() < worse(before.reach())) {
            return false;
        }
        boolean emerging = before.state() == AlertState.EMERGING;
        if (emerging || !before.exists() || wasCalm) {
            draft.generation = emerging ? before.generation() : before.generation() + 1;
        }
        boolean back = signal.reason() == Reason.REGRESSION;
        draft.state = back ? AlertState.REGRESSED : AlertState.OPEN;
        draft.regressions += back ? 1 : 0;
        draft.reason = signal.reason();
        draft.signal = signal;
        draft.openedAt = at;
        draft.firstSeenAt = before.firstSeenAt() == null ? at : before.firstSeenAt();
        draft.reach = raised.reach();
        draft.rung = 0;
        draft.muted = null;
        draft.mutedUntil = null;
        draft.actor = null;
        draft.note = null;
        return true;
    }

    private static boolean silenced(AlertRecord record, Instant at) {
        return record.state() == AlertState.MUTED && record.mutedUntil() != null && at.isBefore(record.mutedUntil());
    }

    private static long worse(long reach) {
        return Math.max(2 * reach, reach + ESCALATION_MINIMUM);
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
        // A change that is being watched has its own verdict.
        boolean waiting = before.state() == AlertState.VERIFYING || before.state() == AlertState.CHANGE_DECLARED;
        boolean older = rung > before.rung() && goesOn && !silenced && !waiting;
        if (!waiting && goesOn) {
            draft.rung = rung;
        }
        if (before.state() == AlertState.VERIFIED || waiting || !(doubled || older)) {
            return false;
        }
        draft.state = AlertState.ESCALATED;
        draft.reach = Math.max(reach, before.reach());
        draft.muted = null;
        draft.mutedUntil = null;
        return true;
    }

    private static boolean obey(AlertRecord before, AlertRecord.Draft draft, Said said, Instant at) {
        AlertCommand command = said.command();
        if (command instanceof AlertCommand.DeclareChange change) {
            draft.changeEffectiveAt = change.effectiveAt();
            draft.changeBefore = said.changeBefore();
            if (!before.exists()) {
                return false;
            }
            draft.state = change.effectiveAt().isAfter(at) ? AlertState.CHANGE_DECLARED : AlertState.VERIFYING;
            draft.muted = null;
            draft.mutedUntil = null;
            return true;
        }
        if (!before.exists()) {
            return false;
        }
        if (command instanceof AlertCommand.Mute mute) {
            if (!mute.until().isAfter(at)) {
                return false;
            }
            draft.muted = before.state() == AlertState.MUTED ? before.muted() : before.state();
            draft.mutedUntil = mute.until();
            draft.state = AlertState.MUTED;
            return true;
        }
        if (command instanceof AlertCommand.Unmute) {
            return speakAgain(before, draft);
        }
        AlertState state = before.state();
        boolean open = state == AlertState.EMERGING
                || state == AlertState.OPEN
                || state == AlertState.REGRESSED
                || state == AlertState.ESCALATED
                || state == AlertState.NO_EFFECT;
        draft.state = open ? AlertState.ACKNOWLEDGED : state;
        return open;
    }

    private static boolean speakAgain(AlertRecord before, AlertRecord.Draft draft) {
        if (before.state() != AlertState.MUTED) {
            return false;
        }
        draft.state = before.muted() == null ? AlertState.OPEN : before.muted();
        draft.muted = null;
        draft.mutedUntil = null;
        return true;
    }

    private static boolean wait(AlertRecord before, AlertRecord.Draft draft, Instant at) {
        if (before.state() == AlertState.CHANGE_DECLARED && !isAfter(before.changeEffectiveAt(), at)) {
            draft.state = AlertState.VERIFYING;
            return true;
        }
        if (before.state() == AlertState.MUTED && !isAfter(before.mutedUntil(), at)) {
            return speakAgain(before, draft);
        }
        return false;
    }

    private static boolean isAfter(@Nullable Instant time, Instant at) {
        return time != null && time.isAfter(at);
    }

    private static void remember(AlertRecord.Draft draft, String id) {
        List<String> ids = new ArrayList<>(draft.commands);
        ids.add(id);
        draft.commands = ids.subList(Math.max(0, ids.size() - AlertRecord.COMMANDS), ids.size());
    }

    /** Keeps the record small whatever ids a client makes up. */
    private static String shortId(AlertCommand command) {
        String id = command.id();
        return id.length() > 64 ? id.substring(0, 64) : id;
    }
}
