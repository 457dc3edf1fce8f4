package io.biggerbox.topologies.errors;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/**
 * Decides between a bad record and bad weather. An outage of the broker or the registry is never a
 * dead letter, however deep in the chain of causes it hides; it is waited out.
 */
public final class ErrorPolicy {

    private ErrorPolicy() {}

    /**
     * True when the record is at fault, false when something around it is.
     *
     * @param error what happened when the record was decoded or processed
     */
    public static boolean blamesRecord(Throwable error) {
        return onRecord(error) == Verdict.DEAD_LETTER;
    }

    static Verdict onRecord(Throwable error) {
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            if (cause instanceof SerializationException || cause instanceof InvalidRecordException) {
                return Verdict.DEAD_LETTER;
            }
            if (cause instanceof KafkaException && !(cause instanceof StreamsException)) {
                return Verdict.FAIL;
            }
            if (cause instanceof VirtualMachineError) {
                return Verdict.FAIL;
            }
        }
        return Verdict.DEAD_LETTER;
    }

    /** A record that grew too large to be written is at fault; any other failure to write is not. */
    static Verdict onProduction(Throwable error) {
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            if (cause instanceof RecordTooLargeException || cause instanceof SerializationException) {
                return Verdict.DEAD_LETTER;
            }
        }
        return Verdict.FAIL;
    }

    private static @Nullable Throwable next(Throwable cause) {
        Throwable next = cause.getCause();
        return next == cause ? null : next;
    }
}
