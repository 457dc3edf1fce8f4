package io.biggerbox.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, as it stands on the dead-letter topic: the bytes as they came, and in headers where
 * it failed and why.
 */
public final class DeadLetter {

    private final ConsumerRecord<byte[], byte[]> letter;
    private final @Nullable Settlement settlement;

    DeadLetter(ConsumerRecord<byte[], byte[]> letter, @Nullable Settlement settlement) {
        this.letter = letter;
        this.settlement = settlement;
    }

    /** Names it: its offset on the dead-letter topic, from 0. */
    public long id() {
        return letter.offset();
    }

    /** When the record had arrived on its topic. */
    public Instant arrivedAt() {
        return Instant.ofEpochMilli(letter.timestamp());
    }

    /** What was done about it; null while nothing was. */
    public @Nullable Settlement settlement() {
        return settlement;
    }

    /** The topic that it stood on; null for a failure without a record. */
    public @Nullable String topic() {
        return header(DeadLetterHeaders.TOPIC);
    }

    /** Its partition there; −1 where that is unknown. */
    public int partition() {
        return (int) number(DeadLetterHeaders.PARTITION);
    }

    /** Its offset there; −1 where that is unknown. */
    public long offset() {
        return number(DeadLetterHeaders.OFFSET);
    }

    /** One of the further headers, see {@link DeadLetterHeaders}; null without it. */
    public @Nullable String header(String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** The key as it came; may be null. */
    public byte @Nullable [] key() {
        return letter.key();
    }

    /** The value as it came; may be null. */
    public byte @Nullable [] value() {
        return letter.value();
    }

    /** The headers as they came, without those that say where and why it failed. */
    public Headers originalHeaders() {
        Headers original = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
                original.add(header);
            }
        }
        return original;
    }

    private long number(String name) {
        String text = header(name);
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
