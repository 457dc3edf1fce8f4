package io.biggerbox.intake;

import io.biggerbox.intake.columns.RecordKind;
import io.biggerbox.intake.read.RejectKind;
import org.jspecify.annotations.Nullable;

/** What a row says about its own kind. */
final class RecordKinds {

    private RecordKinds() {}

    /** The kind named in the row's {@code record} field; the other one when it names none. */
    static RecordKind ofRow(@Nullable String name, RecordKind otherwise) {
        if (name == null) {
            return otherwise;
        }
        return RecordKind.named(name)
                .orElseThrow(() -> new RowFaultException(
                        "record",
                        RejectKind.WRONG_SHAPE,
                        "record is " + Texts.shown(name) + ", must be review, ticket or survey",
                        "Correct the value, or leave it out."));
    }
}
