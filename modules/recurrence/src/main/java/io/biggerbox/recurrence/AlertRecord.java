package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the alert about one theme stands; immutable. A record without a state has nothing to show: it
 * remembers a change that was declared early, or a first sign that has passed. At most about 2 KB.
 *
 * @param state null before the first revision, and after a first sign that came to nothing
 * @param generation how many times it was raised
 * @param revision last published revision; never goes back, because consumers tell repeats by it
 * @param regressions how many times it came back after a change; for life
 * @param calm true when the incident of this generation has ended
 * @param firstSeenAt when it was raised for the first time, or null
 * @param openedAt when this generation was raised, or null
 * @param worseAt when what was open got clearly worse for the last time, or null
 * @param change the last declared change, or null
 * @param mutedUntil end of the silence, or null
 * @param previous state to which a silence returns; null outside, and where a first sign has passed meanwhile
 * @param actor who gave the last command, or null
 * @param note what they wrote with it, or null
 * @param reach complaining customers when it last spoke up: twice that is an escalation
 * @param rung how many rungs of the age ladder were announced
 * @param signal what it was last raised for, or null
 * @param sign the last first sign, or null
 * @param commands ids of the last commands, oldest first
 */
record AlertRecord(
        @Nullable AlertState state,
        int generation,
        long revision,
        int regressions,
        boolean calm,
        @Nullable Instant firstSeenAt,
        @Nullable Instant openedAt,
        @Nullable Instant worseAt,
        @Nullable DeclaredChange change,
        @Nullable Instant mutedUntil,
        @Nullable AlertState previous,
        @Nullable String actor,
        @Nullable String note,
        long reach,
        int rung,
        @Nullable Signal signal,
        @Nullable FirstSign sign,
        List<String> commands) {

    static final int VERSION = 5;
    private static final String WHAT = "alert record";

    /** A flag at the beginning of the stored form: with every complaint it is asked for, and the rest is not. */
    private static final int CHANGE = 1;

    /** How many command ids are remembered: a redelivery is recent. */
    static final int COMMANDS = 16;

    private static final int TEXT = 256;

    static final AlertRecord NONE = new AlertRecord(
            null, 0, 0, 0, false, null, null, null, null, null, null, null, null, 0, 0, null, null, List.of());

    AlertRecord {
        commands = List.copyOf(commands);
    }

    /** True when there is an alert to talk about. */
    boolean exists() {
        return state != null;
    }

    /** What the mere passing of time may change about it. */
    Agenda.Waits waits() {
        if (equals(NONE)) {
            return Agenda.Waits.NO_ALERT;
        } else if (isGoingOn() || change != null) {
            return Agenda.Waits.IS_FOLLOWED;
        }
        return state == AlertState.MUTED || hasSign() ? Agenda.Waits.MAY_END : Agenda.Waits.RESTS;
    }

    /** True when a change was declared. */
    static boolean hasChange(byte @Nullable [] stored) {
        return stored != null && (new ByteSource(stored, VERSION, WHAT).octet() & CHANGE) != 0;
    }

    /** True while a first sign stands and nothing was raised for it. */
    boolean hasSign() {
        return sign != null && sign.stands();
    }

    /** When a first sign has passed if nothing follows, or null when none stands. */
    @Nullable
    Instant signUntil() {
        return sign != null && sign.stands() ? sign.until() : null;
    }

    /** What the alert is about now: the first sign while it stands, else what it was raised for. */
    @Nullable
    Signal told() {
        return sign != null && sign.stands() ? sign.signal() : signal;
    }

    /** The generation that readers are told: a first sign belongs to the one that it may become. */
    int toldGeneration() {
        return Math.max(1, generation + (hasSign() ? 1 : 0));
    }

    /** The state, seen through a silence. */
    @Nullable
    AlertState standing() {
        return state == AlertState.MUTED ? previous : state;
    }

    /** True while the numbers after a change that is in effect may still bring a verdict. */
    boolean isWatched() {
        AlertState standing = standing();
        return change != null
                && change.isOpen()
                && (standing == AlertState.VERIFYING || standing == AlertState.PARTIAL);
    }

    private boolean isGoingOn() {
        return generation > 0 && !calm;
    }

    /** True when the incident is going on for all that the alert says. */
    boolean isOpen() {
        AlertState standing = standing();
        return generation > 0 && !calm && standing != null && standing != AlertState.VERIFIED;
    }

    /** From when on the declared change was to take effect, or null. */
    @Nullable
    Instant changeEffectiveAt() {
        return change == null ? null : change.effectiveAt();
    }

    /** A copy to change, field by field. */
    Draft draft() {
        return new Draft(this);
    }

    byte[] encode() {
        ByteSink sink = new ByteSink(VERSION);
        sink.octet(change != null ? CHANGE : 0);
        sink.text(state == null ? null : state.name());
        sink.number(generation);
        sink.number(revision);
        sink.number(regressions);
        sink.flag(calm);
        sink.instant(firstSeenAt);
        sink.instant(openedAt);
        sink.instant(worseAt);
        if (change != null) {
            change.write(sink);
        }
        sink.instant(mutedUntil);
        sink.text(previous == null ? null : previous.name());
        sink.text(cut(actor));
        sink.text(cut(note));
        sink.number(reach);
        sink.number(rung);
        sink.flag(signal != null);
        if (signal != null) {
            signal.write(sink);
        }
        sink.flag(sign != null);
        if (sign != null) {
            sink.instant(sign.at());
            sign.signal().write(sink);
            sink.flag(sign.stands());
            AlertState before = sign.before();
            sink.text(before == null ? null : before.name());
        }
        sink.number(commands.size());
        commands.forEach(sink::text);
        return sink.done();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
    }

    private static FirstSign readSign(ByteSource source) {
        Instant at = source.instant();
        return new FirstSign(
                at == null ? Instant.EPOCH : at, Signal.read(source), source.flag(), source.name(AlertState.class));
    }

    static AlertRecord decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return NONE;
        }
        ByteSource source = new ByteSource(bytes, VERSION, WHAT);
        int flags = source.octet();
        Draft draft = new Draft(NONE);
        draft.state = source.name(AlertState.class);
        draft.generation = source.integer();
        draft.revision = source.number();
        draft.regressions = source.integer();
        draft.calm = source.flag();
        draft.firstSeenAt = source.instant();
        draft.openedAt = source.instant();
        draft.worseAt = source.instant();
        draft.change = (flags & CHANGE) != 0 ? DeclaredChange.read(source) : null;
        draft.mutedUntil = source.instant();
        draft.previous = source.name(AlertState.class);
        draft.actor = source.text();
        draft.note = source.text();
        draft.reach = source.number();
        draft.rung = source.integer();
        draft.signal = source.flag() ? Signal.read(source) : null;
        draft.sign = source.flag() ? readSign(source) : null;
        int size = source.length();
        String[] ids = new String[size];
        for (int i = 0; i < size; i++) {
            ids[i] = source.textOrEmpty();
        }
        draft.commands = List.of(ids);
        return draft.done();
    }

    /** A record under change. */
    static final class Draft {

        @Nullable
        AlertState state;

        int generation;
        long revision;
        int regressions;
        boolean calm;

        @Nullable
        Instant firstSeenAt;

        @Nullable
        Instant openedAt;

        @Nullable
        Instant worseAt;

        @Nullable
        DeclaredChange change;

        @Nullable
        Instant mutedUntil;

        @Nullable
        AlertState previous;

        @Nullable
        String actor;

        @Nullable
        String note;

        long reach;
        int rung;

        @Nullable
        Signal signal;

        @Nullable
        FirstSign sign;

        List<String> commands;

        private Draft(AlertRecord from) {
            state = from.state;
            generation = from.generation;
            revision = from.revision;
            regressions = from.regressions;
            calm = from.calm;
            firstSeenAt = from.firstSeenAt;
            openedAt = from.openedAt;
            worseAt = from.worseAt;
            change = from.change;
            mutedUntil = from.mutedUntil;
            previous = from.previous;
            actor = from.actor;
            note = from.note;
            reach = from.reach;
            rung = from.rung;
            signal = from.signal;
            sign = from.sign;
            commands = from.commands;
        }

        AlertRecord done() {
            return new AlertRecord(
                    state,
                    generation,
                    revision,
                    regressions,
                    calm,
                    firstSeenAt,
                    openedAt,
                    worseAt,
                    change,
                    mutedUntil,
                    previous,
                    actor,
                    note,
                    reach,
                    rung,
                    signal,
                    sign,
                    commands);
        }
    }
}
