package io.biggerbox.intake.read;

/**
 * A row as it was found in the file.
 *
 * @param <T> what an intact row holds: the fields of a CSV row, a JSON object
 */
public sealed interface ReadRow<T> {

    /** The line of the file on which the row begins, from 1. */
    long line();

    /** The row's text as in the file. Bytes that could not be decoded are written {@code \xHH}. */
    String raw();

    /** A row that could be taken apart. */
    record Intact<T>(long line, String raw, T content) implements ReadRow<T> {}

    /** A row that could not be taken apart; the rows after it are not affected. */
    record Damaged<T>(long line, String raw, RowFault fault) implements ReadRow<T> {}
}
