package io.biggerbox.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with its headers taken apart.
 *
 * @param key original key
 * @param value original value
 * @param at timestamp
 * @param reason what is wrong; empty when it does not say
 * @param field field at fault, or null
 * @param remedy what to do about it, or null
 * @param topic where the record was read; empty when it does not say
 * @param partition its partition
 * @param offset its offset
 * @param application application that gave it up; empty when it does not say
 * @param headers all headers as text, the last of each name
 */
@SuppressWarnings("ArrayRecordComponent") // looked into, never compared as a whole
public record DeadLetter(
        byte @Nullable [] key,
        byte @Nullable [] value,
        Instant at,
        String reason,
        @Nullable String field,
        @Nullable String remedy,
        String topic,
        int partition,
        long offset,
        String application,
        Map<String, String> headers) {

    /** Takes a record of the dead-letter topic apart. */
    public static DeadLetter of(TestRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return new DeadLetter(
                record.key(),
                record.value(),
                record.getRecordTime(),
                headers.getOrDefault(DeadLetterHeaders.REASON, ""),
                headers.get(DeadLetterHeaders.FIELD),
                headers.get(DeadLetterHeaders.REMEDY),
                headers.getOrDefault(DeadLetterHeaders.TOPIC, ""),
                Integer.parseInt(headers.getOrDefault(DeadLetterHeaders.PARTITION, "-1")),
                Long.parseLong(headers.getOrDefault(DeadLetterHeaders.OFFSET, "-1")),
                headers.getOrDefault(DeadLetterHeaders.APPLICATION, ""),
                Map.copyOf(headers));
    }
}
