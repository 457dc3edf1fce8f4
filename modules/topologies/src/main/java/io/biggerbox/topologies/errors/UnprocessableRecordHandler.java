package io.biggerbox.topologies.errors;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends records that cannot be processed to the dead letters. Made by Kafka Streams.
 *
 * <p>A punctuator that fails has no record to give up: that is a fault of ours and stops the thread.
 */
public final class UnprocessableRecordHandler implements ProcessingExceptionHandler {

    private @Nullable DeadLetterFactory deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetterFactory.from(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception exception) {
        if (deadLetters == null || record == null || ErrorPolicy.onRecord(exception) == Verdict.FAIL) {
            return Response.fail();
        }
        return Response.resume(deadLetters.of(context, context.sourceRawKey(), context.sourceRawValue(), exception));
    }
}
