package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the alert about one theme stands; immutable. A record without a state has never spoken: it
 * only remembers a change that was declared early. At most about 1 KB.
 *
 * @param state null before the first revision
 * @param reason why it was last raised, or null
 * @param calm true when the incident of this generation has ended
 * @param reach complaining customers when it last spoke up: twice that is an escalation
 * @param rung how many rungs of the age ladder were announced
 * @param changeBefore customers per exposed day before the incident that the change answers
 * @param muted what the state was when it was muted, or null
 * @param commands ids of the last commands, oldest first
 */
record AlertRecord(
        @Nullable AlertState state,
        @Nullable Reason reason,
        int generation,
        long revision,
        int regressions,
        boolean calm,
        @Nullable Instant firstSeenAt,
        @Nullable Instant openedAt,
        @Nullable Instant changeEffectiveAt,
        @Nullable Instant mutedUntil,
        @Nullable AlertState muted,
        @Nullable String actor,
        @Nullable String note,
        long reach,
        int rung,
        double changeBefore,
        @Nullable Signal signal,
        List<String> commands) {

    private static final int VERSION = 1;

    /** How many command ids are remembered: a redelivery is recent. */
    static final int COMMANDS = 16;

    private static final int TEXT = 256;

    static final AlertRecord NONE = new AlertRecord(
            null, null, 0, 0, 0, false, null, null, null, null, null, null, null, 0, 0, 0, null, List.of());

    AlertRecord {
        commands = List.copyOf(commands);
    }

    /** True when the alert has spoken at least once. */
    boolean exists() {
        return state != null;
    }

    /** A copy to change, field by field. */
    Draft draft() {
        return new Draft(this);
    }

    byte[] encode() {
        ByteSink sink = new ByteSink(VERSION);
        sink.text(state == null ? null : state.name());
        sink.text(reason == null ? null : reason.name());
        sink.number(generation);
        sink.number(revision);
        sink.number(regressions);
        sink.flag(calm);
        sink.instant(firstSeenAt);
        sink.instant(openedAt);
        sink.instant(changeEffectiveAt);
        sink.instant(mutedUntil);
        sink.text(muted == null ? null : muted.name());
        sink.text(cut(actor));
        sink.text(cut(note));
        sink.number(reach);
        sink.number(rung);
        sink.real(changeBefore);
        sink.flag(signal != null);
        if (signal != null) {
            writeSignal(sink, signal);
        }
        sink.number(commands.size());
        commands.forEach(sink::text);
        return sink.done();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
    }

    private static void writeSignal(ByteSink sink, Signal signal) {
        sink.text(signal.reason().name());
        sink.number(signal.from());
        sink.number(signal.to());
        sink.number(signal.seen());
        sink.real(signal.expected());
        sink.text(signal.statistic());
        sink.real(signal.value());
        sink.real(signal.threshold());
        sink.number(signal.onset());
        sink.real(signal.reference());
    }

    private static Signal readSignal(ByteSource source) {
        Reason reason = name(Reason.class, source.text());
        return new Signal(
                reason == null ? Reason.SURGE : reason,
                source.integer(),
                source.integer(),
                source.number(),
                source.real(),
                source.textOrEmpty(),
                source.real(),
                source.real(),
                source.integer(),
                source.real());
    }

    private static <E extends Enum<E>> @Nullable E name(Class<E> type, @Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new StateFormatException("alert record holds the unknown " + type.getSimpleName() + " " + name);
        }
    }

    static AlertRecord decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return NONE;
        }
        ByteSource source = new ByteSource(bytes, VERSION, "alert record");
        Draft draft = new Draft(NONE);
        draft.state = name(AlertState.class, source.text());
        draft.reason = name(Reason.class, source.text());
        draft.generation = source.integer();
        draft.revision = source.number();
        draft.regressions = source.integer();
        draft.calm = source.flag();
        draft.firstSeenAt = source.instant();
        draft.openedAt = source.instant();
        draft.changeEffectiveAt = source.instant();
        draft.mutedUntil = source.instant();
        draft.muted = name(AlertState.class, source.text());
        draft.actor = source.text();
        draft.note = source.text();
        draft.reach = source.number();
        draft.rung = source.integer();
        draft.changeBefore = source.real();
        draft.signal = source.flag() ? readSignal(source) : null;
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

        @Nullable
        Reason reason;

        int generation;
        long revision;
        int regressions;
        boolean calm;

        @Nullable
        Instant firstSeenAt;

        @Nullable
        Instant openedAt;

        @Nullable
        Instant changeEffectiveAt;

        @Nullable
        Instant mutedUntil;

        @Nullable
        AlertState muted;

        @Nullable
        String actor;

        @Nullable
        String note;

        long reach;
        int rung;
        double changeBefore;

        @Nullable
        Signal signal;

        List<String> commands;

        private Draft(AlertRecord from) {
            state = from.state;
            reason = from.reason;
            generation = from.generation;
            revision = from.revision;
            regressions = from.regressions;
            calm = from.calm;
            firstSeenAt = from.firstSeenAt;
            openedAt = from.openedAt;
            changeEffectiveAt = from.changeEffectiveAt;
            mutedUntil = from.mutedUntil;
            muted = from.muted;
            actor = from.actor;
            note = from.note;
            reach = from.reach;
            rung = from.rung;
            changeBefore = from.changeBefore;
            signal = from.signal;
            commands = from.commands;
        }

        AlertRecord done() {
            return new AlertRecord(
                    state,
                    reason,
                    generation,
                    revision,
                    regressions,
                    calm,
                    firstSeenAt,
                    openedAt,
                    changeEffectiveAt,
                    mutedUntil,
                    muted,
                    actor,
                    note,
                    reach,
                    rung,
                    changeBefore,
                    signal,
                    commands);
        }
    }
}
