package io.biggerbox.topologies.errors;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sends records that are too large to be written, or that no schema takes, to the dead letters; waits
 * for everything else. A dead letter that cannot be written is never dead-lettered again: the thread
 * stops, because going on would lose it. Made by Kafka Streams.
 */
public final class UnwritableRecordHandler implements ProductionExceptionHandler {

    private @Nullable DeadLetterFactory deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetterFactory.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (deadLetters == null || deadLetters.isDeadLetter(record)) {
            return Response.fail();
        }
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        if (ErrorPolicy.onProduction(exception) == Verdict.FAIL) {
            return Response.fail();
        }
        return Response.resume(deadLetters.of(context, record.key(), record.value(), exception));
    }

    @Override
    @SuppressWarnings("rawtypes") // Kafka's own signature
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        if (deadLetters == null
                || deadLetters.isDeadLetter(record)
                || ErrorPolicy.onRecord(exception) == Verdict.FAIL) {
            return Response.fail();
        }
        return Response.resume(deadLetters.of(context, context.sourceRawKey(), context.sourceRawValue(), exception));
    }
}
