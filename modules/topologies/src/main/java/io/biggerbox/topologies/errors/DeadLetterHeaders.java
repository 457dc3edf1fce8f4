package io.biggerbox.topologies.errors;

/** Names of the headers that a dead letter carries besides those of the original record. */
public final class DeadLetterHeaders {

    /** What is wrong, in one line. */
    public static final String REASON = "voc.dead-letter.reason";

    /** What to do about it. */
    public static final String REMEDY = "voc.dead-letter.remedy";

    /** Field at fault, where one is. */
    public static final String FIELD = "voc.dead-letter.field";

    /** Class of the exception. */
    public static final String EXCEPTION = "voc.dead-letter.exception";

    /** Topic of the record. */
    public static final String TOPIC = "voc.dead-letter.topic";

    /** Partition of the record, in decimal. */
    public static final String PARTITION = "voc.dead-letter.partition";

    /** Offset of the record, in decimal. */
    public static final String OFFSET = "voc.dead-letter.offset";

    /** Node of the topology at which it failed. */
    public static final String NODE = "voc.dead-letter.node";

    /** Application that gave it up. */
    public static final String APPLICATION = "voc.dead-letter.application";

    private DeadLetterHeaders() {}
}
