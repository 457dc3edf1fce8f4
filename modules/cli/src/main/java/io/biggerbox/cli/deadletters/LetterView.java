package io.biggerbox.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.cli.output.RecordJson;
import io.biggerbox.cli.output.SafeText;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.service.DeadLetter;
import io.biggerbox.service.Settlement;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A dead letter as people and machines read it. */
final class LetterView {

    private static final int WIDEST_REASON = 120;

    private final Topics topics;

    LetterView(Topics topics) {
        this.topics = topics;
    }

    /** One line. */
    static String line(DeadLetter letter) {
        Settlement settlement = letter.settlement();
        String state = settlement == null ? "" : " [" + name(settlement) + "]";
        return String.format(
                Locale.ROOT,
                "%6d  %s  %s%s  %s",
                letter.id(),
                letter.arrivedAt(),
                place(letter),
                state,
                reason(letter, WIDEST_REASON));
    }

    /** Where it stood. */
    static String place(DeadLetter letter) {
        return letter.topic() == null ? "no record" : letter.topic() + "-" + letter.partition() + "@" + letter.offset();
    }

    /** Why it failed, on one line. */
    static String reason(DeadLetter letter, int widest) {
        String reason = letter.header(DeadLetterHeaders.REASON);
        return reason == null ? "no reason given" : SafeText.oneLine(reason, widest);
    }

    static String name(Settlement settlement) {
        return settlement.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Everything, for machines; the value decoded where its topic has a schema that it obeys, else in base 64. */
    ObjectNode json(DeadLetter letter) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", letter.id());
        json.put("arrived_at", letter.arrivedAt().toString());
        json.put("topic", letter.topic());
        json.put("partition", letter.partition());
        json.put("offset", letter.offset());
        json.put("reason", letter.header(DeadLetterHeaders.REASON));
        json.put("field", letter.header(DeadLetterHeaders.FIELD));
        json.put("remedy", letter.header(DeadLetterHeaders.REMEDY));
        json.put("exception", letter.header(DeadLetterHeaders.EXCEPTION));
        json.put("application", letter.header(DeadLetterHeaders.APPLICATION));
        json.put("node", letter.header(DeadLetterHeaders.NODE));
        json.put("version", letter.header(DeadLetterHeaders.VERSION));
        Settlement settlement = letter.settlement();
        if (settlement != null) {
            json.put("settled_as", name(settlement));
            json.put("settled_by", settlement.actor());
            json.put("settled_at", settlement.at().toString());
        }
        byte[] key = letter.key();
        json.put("key", key == null ? null : text(key).orElse(null));
        json.set("value", decoded(letter));
        byte[] value = letter.value();
        json.put("value_base64", value == null ? null : Base64.getEncoder().encodeToString(value));
        return json;
    }

    /** The value as its topic's schema reads it; a null node where it does not. */
    JsonNode decoded(DeadLetter letter) {
        byte[] value = letter.value();
        Topic<?, ?> topic = topic(letter).orElse(null);
        if (value == null || topic == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            Object record = topic.valueSerde().deserializer().deserialize(topic.name(), value);
            return record instanceof SpecificRecord known
                    ? RecordJson.tree(known)
                    : JsonNodeFactory.instance.nullNode();
        } catch (SerializationException undecodable) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    /** The public topic that the letter stood on; empty for internal ones. */
    Optional<Topic<?, ?>> topic(DeadLetter letter) {
        return topics.all().stream()
                .filter(topic -> topic.name().equals(letter.topic()))
                .findFirst();
    }

    /** Bytes as text; empty when they are none. */
    static Optional<String> text(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(
                            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
