package io.biggerbox.intake.read;

/**
 * What is wrong with one row.
 *
 * @param field the field that is wrong; {@code row} when it is the row as a whole
 * @param kind the kind of fault, for grouping
 * @param reason a sentence without full stop that names the value found
 * @param remedy what the reader of the rejects file can do about it
 */
public record RowFault(String field, RejectKind kind, String reason, String remedy) {

    /** The field name of a fault that concerns the whole row. */
    public static final String ROW = "row";

    /** A fault of the row as a whole. */
    public static RowFault ofRow(RejectKind kind, String reason, String remedy) {
        return new RowFault(ROW, kind, reason, remedy);
    }
}
