package io.biggerbox.recurrence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last change that a team declared for a theme; a new declaration replaces it.
 *
 * @param effectiveAt from when on customers meet it
 * @param before customers per exposed day before the incident that it answers
 * @param targetDrop by which part the rate is to fall; above 0, at most 1
 * @param outcome what the numbers said when they last spoke, or null before that
 */
record DeclaredChange(Instant effectiveAt, double before, double targetDrop, @Nullable Verification outcome) {

    /** First day on which customers meet it. */
    int day() {
        return EventDays.of(effectiveAt);
    }

    boolean isInEffect(Instant at) {
        return !effectiveAt.isAfter(at);
    }

    /** True while a verdict may still follow. */
    boolean isOpen() {
        return outcome == null || !outcome.isFinal();
    }

    DeclaredChange with(Verification numbers) {
        return new DeclaredChange(effectiveAt, before, targetDrop, numbers);
    }

    void write(ByteSink sink) {
        sink.instant(effectiveAt);
        sink.real(before);
        sink.real(targetDrop);
        sink.flag(outcome != null);
        if (outcome != null) {
            VerificationCodec.write(sink, outcome);
        }
    }

    static DeclaredChange read(ByteSource source) {
        Instant effective = source.instant();
        return new DeclaredChange(
                effective == null ? Instant.EPOCH : effective,
                source.real(),
                source.real(),
                source.flag() ? VerificationCodec.read(source) : null);
    }
}
