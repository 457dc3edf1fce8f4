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

    /** Version of the program that gave it up. */
    public static final String VERSION = "voc.dead-letter.version";

    /** Of a record that settles an earlier dead letter, and is none itself: the offset of that one, in decimal. */
    public static final String SETTLES = "voc.dead-letter.settles";

    /** What was done about it, in lower case. */
    public static final String SETTLED_AS = "voc.dead-letter.settled-as";

    /** Who did it. */
    public static final String SETTLED_BY = "voc.dead-letter.settled-by";

    /** Of a record that was written again: the offset of its dead letter, in decimal. */
    public static final String REPLAY_OF = "voc.dead-letter.replay-of";

    /** What all of them begin with. */
    public static final String PREFIX = "voc.dead-letter.";

    private DeadLetterHeaders() {}
}
