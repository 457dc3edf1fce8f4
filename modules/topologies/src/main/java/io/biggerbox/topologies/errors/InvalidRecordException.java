package io.biggerbox.topologies.errors;

import java.io.Serial;

/** A record that says something impossible. It goes to the dead letters with this reason. */
public final class InvalidRecordException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String remedy;

    /**
     * Says what is wrong and what to do.
     *
     * @param field name of the field at fault, or {@code key} or {@code value}
     * @param problem what is wrong with it, with the value found
     * @param remedy what to do about it
     */
    public InvalidRecordException(String field, String problem, String remedy) {
        super(field + " " + problem);
        this.field = field;
        this.remedy = remedy;
    }

    /** Name of the field at fault. */
    public String field() {
        return field;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
