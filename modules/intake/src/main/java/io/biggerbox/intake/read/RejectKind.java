package io.biggerbox.intake.read;

/** Why a row was rejected, coarsely: what a summary groups by. */
public enum RejectKind {
    /** A field without which there is no event is empty. */
    MISSING("is missing"),
    /** A number was expected. */
    NOT_A_NUMBER("is not a number"),
    /** A number lies outside its scale. */
    OUT_OF_SCALE("is outside its scale"),
    /** A time in a form that was not announced. */
    UNKNOWN_DATE("is not a date in a known form"),
    /** A time that reads differently in two of the announced forms. */
    AMBIGUOUS_DATE("is an ambiguous date"),
    /** A time in the future or before 1990. */
    IMPLAUSIBLE_DATE("is an implausible date"),
    /** A value has the wrong shape, for instance an object where text was expected. */
    WRONG_SHAPE("has the wrong shape"),
    /** The row or the event made of it is too large to carry. */
    TOO_LARGE("is too large"),
    /** Bytes that are not valid in the file's encoding. */
    MALFORMED_BYTES("has bytes that are not valid in the encoding"),
    /** Quotes or brackets that do not match. */
    BROKEN_SYNTAX("is broken"),
    /** More or fewer fields than the header has columns. */
    FIELD_COUNT("has another number of fields than the header");

    private final String phrase;

    RejectKind(String phrase) {
        this.phrase = phrase;
    }

    /** The kind as the second half of a sentence whose first half is the field's name. */
    public String phrase() {
        return phrase;
    }
}
