package io.biggerbox.recurrence;

import io.biggerbox.recurrence.Verification.Displaced;
import io.biggerbox.recurrence.Verification.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a {@link Verification} in the record of its alert; about 120. */
final class VerificationCodec {

    private VerificationCodec() {}

    static void write(ByteSink sink, Verification verification) {
        sink.instant(verification.effectiveAt());
        sink.real(verification.targetDrop());
        sink.number(verification.daysBefore());
        sink.number(verification.daysAfter());
        sink.real(verification.exposedBefore());
        sink.real(verification.exposedAfter());
        sink.number(verification.customersBefore());
        sink.number(verification.customersAfter());
        sink.real(verification.perWeekBefore());
        sink.real(verification.perWeekAfter());
        Interval ratio = verification.ratio();
        sink.flag(ratio != null);
        if (ratio != null) {
            sink.real(ratio.low());
            sink.real(ratio.estimate());
            sink.real(ratio.high());
        }
        sink.text(verification.verdict().name());
        sink.flag(verification.conclusive());
        sink.number(verification.compared());
        sink.number(verification.displaced().size());
        for (Displaced risen : verification.displaced()) {
            sink.text(risen.theme());
            sink.number(risen.customersBefore());
            sink.number(risen.customersAfter());
            sink.real(risen.perWeekBefore());
            sink.real(risen.perWeekAfter());
        }
    }

    static Verification read(ByteSource source) {
        Instant effective = source.instant();
        return new Verification(
                effective == null ? Instant.EPOCH : effective,
                source.real(),
                source.integer(),
                source.integer(),
                source.real(),
                source.real(),
                source.number(),
                source.number(),
                source.real(),
                source.real(),
                source.flag() ? new Interval(source.real(), source.real(), source.real()) : null,
                verdict(source),
                source.flag(),
                source.integer(),
                displaced(source));
    }

    private static Verdict verdict(ByteSource source) {
        Verdict verdict = source.name(Verdict.class);
        return verdict == null ? Verdict.PENDING : verdict;
    }

    private static List<Displaced> displaced(ByteSource source) {
        List<Displaced> risen = new ArrayList<>();
        int size = source.length();
        for (int i = 0; i < size; i++) {
            risen.add(new Displaced(
                    source.textOrEmpty(), source.number(), source.number(), source.real(), source.real()));
        }
        return risen;
    }
}
