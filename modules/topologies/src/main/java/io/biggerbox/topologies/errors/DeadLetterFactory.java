package io.biggerbox.topologies.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes dead letters: the original bytes, headers and timestamp, and in further headers where and why.
 * Works for records without key, without value, and for failures without any record.
 */
final class DeadLetterFactory {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterFactory.class);

    /** Reasons are for people; a message that quotes a megabyte of input helps nobody. */
    private static final int LONGEST_REASON = 1_000;

    private static final String VERSION =
            Objects.requireNonNullElse(DeadLetterFactory.class.getPackage().getImplementationVersion(), "development");

    private final String topic;
    private final String application;

    private DeadLetterFactory(String topic, String application) {
        this.topic = topic;
        this.application = application;
    }

    /** Reads topic and application from the configuration that a handler is given. */
    static DeadLetterFactory from(Map<String, ?> configs) {
        return new DeadLetterFactory(
                required(configs, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG),
                required(configs, StreamsConfig.APPLICATION_ID_CONFIG));
    }

    private static String required(Map<String, ?> configs, String name) {
        Object value = configs.get(name);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new ConfigException(name, value, "must be set, or dead letters have nowhere to go");
        }
        return text;
    }

    /** True when {@code record} was on its way to the dead letters itself. */
    boolean isDeadLetter(@Nullable ProducerRecord<?, ?> record) {
        return record != null && topic.equals(record.topic());
    }

    List<ProducerRecord<byte[], byte[]>> of(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Throwable error) {
        Headers headers = new RecordHeaders();
        if (context.headers() != null) {
            // what was said of it when it failed before, and was written again, is history
            context.headers().forEach(header -> {
                if (!header.key().startsWith(DeadLetterHeaders.PREFIX)
                        || header.key().equals(DeadLetterHeaders.REPLAY_OF)) {
                    headers.add(header);
                }
            });
        }
        Throwable cause = telling(error);
        String reason = reason(cause);
        put(headers, DeadLetterHeaders.REASON, reason);
        if (cause instanceof InvalidRecordException invalid) {
            put(headers, DeadLetterHeaders.FIELD, invalid.field());
            put(headers, DeadLetterHeaders.REMEDY, invalid.remedy());
        }
        put(headers, DeadLetterHeaders.EXCEPTION, cause.getClass().getName());
        put(headers, DeadLetterHeaders.TOPIC, context.topic());
        put(headers, DeadLetterHeaders.PARTITION, String.valueOf(context.partition()));
        put(headers, DeadLetterHeaders.OFFSET, String.valueOf(context.offset()));
        put(headers, DeadLetterHeaders.NODE, context.processorNodeId());
        put(headers, DeadLetterHeaders.APPLICATION, application);
        put(headers, DeadLetterHeaders.VERSION, VERSION);
        LOG.warn(
                "Dead letter: {}-{}@{} failed at {}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                context.processorNodeId(),
                reason);
        Long timestamp = context.timestamp() < 0 ? null : context.timestamp();
        return List.of(new ProducerRecord<>(topic, null, timestamp, key, value, headers));
    }

    /** The first cause that is about the record rather than about the machinery around it. */
    private static Throwable telling(Throwable error) {
        Throwable cause = error;
        while (!(cause instanceof InvalidRecordException)
                && !(cause instanceof SerializationException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "…";
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
