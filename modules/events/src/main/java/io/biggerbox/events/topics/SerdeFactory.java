package io.biggerbox.events.topics;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Makes the serdes of public records; where the schemas live is the implementation's business. */
@FunctionalInterface
public interface SerdeFactory {

    /**
     * A serde for values of one record type.
     *
     * @param type the generated class
     */
    <T extends SpecificRecord> Serde<T> serde(Class<T> type);
}
