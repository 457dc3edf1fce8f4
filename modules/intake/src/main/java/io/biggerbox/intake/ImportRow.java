package io.biggerbox.intake;

import io.biggerbox.intake.read.RejectKind;
import org.apache.avro.specific.SpecificRecord;

/** What became of one row of a file. Every row of a file is exactly one of these. */
public sealed interface ImportRow {

    /** The line of the file on which the row begins, from 1; the header counts. */
    long line();

    /**
     * A row that became an event.
     *
     * @param event a {@code Review}, {@code Ticket} or {@code Survey}
     * @param characters length of the row in the file
     */
    record Accepted(long line, SpecificRecord event, int characters) implements ImportRow {}

    /** A row that the column map's filter leaves out on purpose. */
    record Skipped(long line) implements ImportRow {}

    /**
     * A row that could not become an event.
     *
     * @param field the field that is wrong, or {@code row}
     * @param kind the kind of fault
     * @param reason what is wrong, with the value found
     * @param remedy what to do about it
     * @param raw the row as in the file; bytes that could not be decoded as {@code \xHH}
     */
    record Rejected(long line, String field, RejectKind kind, String reason, String remedy, String raw)
            implements ImportRow {}
}
