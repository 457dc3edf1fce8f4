package io.biggerbox.topologies.errors;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** Sends records that cannot be decoded to the dead letters. Made by Kafka Streams. */
public final class UndecodableRecordHandler implements DeserializationExceptionHandler {

    private @Nullable DeadLetterFactory deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetterFactory.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (deadLetters == null || ErrorPolicy.onRecord(exception) == Verdict.FAIL) {
            return Response.fail();
        }
        return Response.resume(deadLetters.of(context, record.key(), record.value(), exception));
    }
}
