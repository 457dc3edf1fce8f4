package io.biggerbox.intake;

import io.biggerbox.intake.read.RejectKind;
import io.biggerbox.intake.read.RowFault;

/** Carries a fault from deep inside the mapping of a row to {@link ImportRows}, which turns it into a rejected row. */
final class RowFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RowFault fault;

    RowFaultException(String field, RejectKind kind, String reason, String remedy) {
        // Without a stack trace: it is an ordinary outcome of a row and may occur millions of times.
        super(reason, null, false, false);
        this.fault = new RowFault(field, kind, reason, remedy);
    }

    RowFault fault() {
        return fault;
    }
}
