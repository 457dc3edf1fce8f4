package io.biggerbox.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters, and what was done about them. */
public final class DeadLetters {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private DeadLetters() {}

    /**
     * All that are kept, oldest first.
     *
     * @param clientConfig bootstrap servers and security
     * @param topic the dead-letter topic, of one partition
     */
    public static List<DeadLetter> read(Map<String, Object> clientConfig, Topic<byte[], byte[]> topic) {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        Map<Long, Settlement> settled = new HashMap<>();
        new TopicReader<>(clientConfig, topic).read(found -> {
            String of = header(found, DeadLetterHeaders.SETTLES);
            if (of == null) {
                letters.add(found);
            } else {
                settle(settled, of, found);
            }
        });
        return letters.stream()
                .map(letter -> new DeadLetter(letter, settled.get(letter.offset())))
                .toList();
    }

    /** A mark that makes no sense was written by somebody else, and settles nothing. */
    private static void settle(Map<Long, Settlement> settled, String of, ConsumerRecord<byte[], byte[]> mark) {
        String said = header(mark, DeadLetterHeaders.SETTLED_AS);
        String actor = header(mark, DeadLetterHeaders.SETTLED_BY);
        for (Settlement.Kind kind : Settlement.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(said)
                    && NUMBER.matcher(of).matches()) {
                Instant at = Instant.ofEpochMilli(mark.timestamp());
                settled.put(Long.valueOf(of), new Settlement(kind, actor == null ? "unknown" : actor, at));
            }
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
