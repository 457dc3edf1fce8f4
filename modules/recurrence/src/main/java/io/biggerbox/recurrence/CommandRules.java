package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What teams say to an alert. A command has an effect once, by its id. About a theme that has no alert
 * only a declared change is remembered, because what begins after it is a return; to acknowledge, mute
 * or unmute what does not exist does nothing and leaves no trace.
 */
final class CommandRules {

    private static final int ID = 64;

    private CommandRules() {}

    /** Carries out a command; true when the alert speaks for it. */
    static boolean obey(AlertRecord before, AlertRecord.Draft draft, LifeCycle.Said said, Instant at) {
        AlertCommand command = said.command();
        boolean declares = command instanceof AlertCommand.DeclareChange;
        String id = shortId(command);
        if (before.commands().contains(id) || (!before.exists() && !declares)) {
            return false;
        }
        remember(draft, id);
        boolean speaks;
        if (command instanceof AlertCommand.DeclareChange change) {
            speaks = declare(before, draft, change, said.changeBefore(), at);
        } else if (command instanceof AlertCommand.Mute mute) {
            speaks = mute(before, draft, mute.until(), at);
        } else if (command instanceof AlertCommand.Unmute) {
            speaks = before.state() == AlertState.MUTED && speakAgain(draft);
        } else {
            speaks = acknowledge(before, draft);
        }
        if (speaks) {
            draft.actor = command.actor();
            draft.note = command.note();
        }
        return speaks;
    }

    private static boolean declare(
            AlertRecord before,
            AlertRecord.Draft draft,
            AlertCommand.DeclareChange change,
            double changeBefore,
            Instant at) {
        draft.change = new DeclaredChange(change.effectiveAt(), changeBefore, change.targetDrop(), null);
        if (!before.exists()) {
            return false;
        }
        draft.state = draft.change.isInEffect(at) ? AlertState.VERIFYING : AlertState.CHANGE_DECLARED;
        draft.sign = before.sign() == null ? null : before.sign().passed();
        draft.previous = null;
        draft.mutedUntil = null;
        return true;
    }

    private static boolean mute(AlertRecord before, AlertRecord.Draft draft, Instant until, Instant at) {
        if (!until.isAfter(at)) {
            return false;
        }
        draft.previous = before.standing();
        draft.mutedUntil = until;
        draft.state = AlertState.MUTED;
        return true;
    }

    private static boolean acknowledge(AlertRecord before, AlertRecord.Draft draft) {
        AlertState state = before.state();
        boolean open = state == AlertState.EMERGING
                || state == AlertState.OPEN
                || state == AlertState.REGRESSED
                || state == AlertState.ESCALATED
                || state == AlertState.NO_EFFECT
                || (state == AlertState.PARTIAL && !before.isWatched());
        draft.state = open ? AlertState.ACKNOWLEDGED : state;
        return open;
    }

    /** Ends a silence; false when the first sign that was silenced has passed meanwhile. */
    static boolean speakAgain(AlertRecord.Draft draft) {
        draft.state = draft.previous;
        draft.previous = null;
        draft.mutedUntil = null;
        return draft.state != null;
    }

    private static void remember(AlertRecord.Draft draft, String id) {
        List<String> ids = new ArrayList<>(draft.commands);
        ids.add(id);
        draft.commands = ids.subList(Math.max(0, ids.size() - AlertRecord.COMMANDS), ids.size());
    }

    /** Keeps the record small whatever ids a client makes up. */
    private static String shortId(AlertCommand command) {
        String id = command.id();
        return id.length() > ID ? id.substring(0, ID) : id;
    }
}
