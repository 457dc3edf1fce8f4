package io.biggerbox.events.wire;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The registry does not accept this program's schema for a subject: incompatible with what is there, invalid, or not registered
 * while registering is switched off. Every record of the topic would fail alike, so it is neither a bad record nor an outage
 * but a deployment to correct.
 */
public final class SchemaRefusedException extends KafkaException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message subject, what the registry said, and what to do
     * @param cause the registry's answer, or null
     */
    public SchemaRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
