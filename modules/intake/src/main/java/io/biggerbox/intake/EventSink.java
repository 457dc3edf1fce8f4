package io.biggerbox.intake;

import org.apache.avro.specific.SpecificRecord;

/** Where imported events go: a Kafka producer, or a list in memory. */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes one event, in the order of event time. An exception ends the import.
     *
     * @param event a {@code Review}, {@code Ticket} or {@code Survey}
     */
    void accept(SpecificRecord event);
}
