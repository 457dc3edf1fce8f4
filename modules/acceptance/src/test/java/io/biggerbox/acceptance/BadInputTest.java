package io.biggerbox.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.service.TopicSnapshot;
import io.biggerbox.text.FastReader;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lands on an input topic: the stream runs on, the bytes are kept with a reason, nothing else is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final byte[] GARBAGE = {7, 1, 2, 3, (byte) 0xFF};
    private static final byte[] CUSTOMER = "c".getBytes(UTF_8);

    private final Instant saidAt = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private Installation installation;
    private KafkaProducer<byte[], byte[]> producer;

    /** What was sent, and what its dead letter must say; null when there must be none. */
    private record Sent(String what, ByteBuffer key, ByteBuffer value, String reason) {
        static Sent of(String what, byte[] key, byte[] value, String reason) {
            return new Sent(what, wrap(key), wrap(value), reason);
        }
    }

    private static byte[] unwrap(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
        producer = new KafkaProducer<>(
                installation.connection().client(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    void stop() {
        producer.close();
        installation.close();
    }

    private <T extends SpecificRecord> List<Sent> bad(Topic<String, T> topic, T good, T invalid, String customer) {
        byte[] key = customer.getBytes(UTF_8);
        byte[] bytes = bytes(topic, good);
        byte[] unknownSchema = ByteBuffer.wrap(bytes.clone()).putInt(1, 987_654).array();
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 4);
        return List.of(
                Sent.of("garbage", CUSTOMER, GARBAGE, ""),
                Sent.of("unknown schema id", key, unknownSchema, "987654"),
                Sent.of("cut off", key, cut, ""),
                Sent.of("empty value", key, new byte[0], ""),
                Sent.of("null key", null, bytes, "key is missing"),
                Sent.of("other key", CUSTOMER, bytes, "key is not the customer_id"),
                Sent.of("null value", key, null, "value is missing"),
                Sent.of("impossible score", key, bytes(topic, invalid), "is 17.0"));
    }

    private static <T extends SpecificRecord> byte[] bytes(Topic<String, T> topic, T value) {
        return topic.valueSerde().serializer().serialize(topic.name(), value);
    }

    private <T extends SpecificRecord> List<Sent> send(
            Topic<String, T> topic, Function<String, T> good, Function<String, T> invalid, String customer) {
        List<Sent> bad = bad(topic, good.apply("wrapped"), invalid.apply("invalid"), customer);
        for (int i = 0; i < bad.size(); i++) {
            put(topic.name(), customer.getBytes(UTF_8), bytes(topic, good.apply("good-" + i)));
            put(topic.name(), unwrap(bad.get(i).key()), unwrap(bad.get(i).value()));
        }
        put(topic.name(), customer.getBytes(UTF_8), bytes(topic, good.apply("last")));
        return bad;
    }

    private void put(String topic, byte[] key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }

    private Review review(String id, double rating) {
        return Rows.review("r-" + id, 1, "c-review", saidAt, "Bad", Themes.BOX_TEXT, rating);
    }

    private Ticket ticket(String id, double satisfaction) {
        return Ticket.newBuilder()
                .setSource("test")
                .setSourceId("t-" + id)
                .setProduct("Bad")
                .setCustomerId("c-ticket")
                .setWrittenAt(saidAt)
                .setSubject("The box was too small")
                .setDescription(Themes.BOX_TEXT)
                .setStatus(TicketStatus.SOLVED)
                .setSatisfaction(satisfaction)
                .setTurns(List.of())
                .setTags(List.of())
                .setAttributes(Map.of())
                .build();
    }

    private Survey survey(String id, double score) {
        return Survey.newBuilder()
                .setSource("test")
                .setSourceId("s-" + id)
                .setProduct("Bad")
                .setCustomerId("c-survey")
                .setWrittenAt(saidAt)
                .setKind(SurveyKind.NPS)
                .setScore(score)
                .setScoreMin(0.0)
                .setScoreMax(10.0)
                .setComment(Themes.BOX_TEXT)
                .setAnswers(List.of())
                .setAttributes(Map.of())
                .build();
    }

    @Test
    void badRecordsGoToTheDeadLettersAndGoodOnesAreCounted() {
        var topics = installation.connection().topics();
        List<Sent> bad = new ArrayList<>();
        bad.addAll(send(topics.reviews(), id -> review(id, 2), id -> review(id, 17), "c-review"));
        bad.addAll(send(topics.tickets(), id -> ticket(id, 0), id -> ticket(id, 17), "c-ticket"));
        bad.addAll(send(topics.surveys(), id -> survey(id, 2), id -> survey(id, 17), "c-survey"));
        producer.flush();
        int good = bad.size() + 3;

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(installation.topics().feedback()).hasSize(good));
        installation.awaitProcessed();
        Set<String> others = Set.of(topics.commands().name(), topics.taxonomy().name());
        var letters = installation.topics().deadLetters().stream()
                .filter(letter -> !others.contains(header(letter, "voc.dead-letter.topic")))
                .toList();
        assertThat(letters).hasSize(bad.size());
        for (Sent sent : bad) {
            assertThat(letters).as(sent.what()).anySatisfy(letter -> {
                assertThat(wrap(letter.key())).isEqualTo(sent.key());
                assertThat(wrap(letter.value())).isEqualTo(sent.value());
                assertThat(header(letter, "voc.dead-letter.reason"))
                        .isNotBlank()
                        .contains(sent.reason());
            });
        }
        assertThat(letters).allSatisfy(letter -> {
            assertThat(header(letter, "voc.dead-letter.topic")).startsWith("voc.");
            assertThat(header(letter, "voc.dead-letter.offset")).matches("\\d+");
            assertThat(header(letter, "voc.dead-letter.application")).isNotBlank();
        });
        assertThat(installation.service().states().values()).containsOnly(KafkaStreams.State.RUNNING);

        long customers = 3;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Batch.themes(installation.topics().themeStats()).values())
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.negative()).isEqualTo(good);
                    assertThat(row.customers()).isEqualTo(customers);
                }));
        assertThat(FastReader.create(Themes.read(installation.taxonomy()))
                        .read(Themes.BOX_TEXT)
                        .mentions())
                .hasSize(1);
    }

    @Test
    void badCommandsAreDeadLettersToo() {
        String topic = installation.connection().topics().commands().name();
        put(topic, CUSTOMER, GARBAGE);
        put(topic, "nobody".getBytes(UTF_8), null);
        producer.flush();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(installation.topics().deadLetters())
                        .filteredOn(letter -> topic.equals(header(letter, "voc.dead-letter.topic")))
                        .hasSize(2));
        assertThat(installation.service().states().values()).containsOnly(KafkaStreams.State.RUNNING);
    }

    @Test
    void aBadTaxonomyIsADeadLetterAndTheGoodOneStaysInForce() {
        var taxonomies = installation.connection().topics().taxonomy();
        String topic = taxonomies.name();
        var good = TaxonomyRecords.toRecord(Themes.read(installation.taxonomy()), saidAt);
        put(topic, TaxonomyRecords.KEY.getBytes(UTF_8), bytes(taxonomies, good));
        put(topic, TaxonomyRecords.KEY.getBytes(UTF_8), GARBAGE);
        producer.flush();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(installation.topics().deadLetters())
                        .filteredOn(letter -> topic.equals(header(letter, "voc.dead-letter.topic")))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.value()).isEqualTo(GARBAGE);
                            assertThat(header(letter, "voc.dead-letter.reason")).isNotBlank();
                        }));
        assertThat(installation.service().states().values()).containsOnly(KafkaStreams.State.RUNNING);
        // Who starts next still finds out which version is in force.
        assertThat(new TopicSnapshot<>(installation.connection().client(), taxonomies).read())
                .containsKey(TaxonomyRecords.KEY);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = Objects.requireNonNull(letter.headers().lastHeader(name), name);
        return new String(header.value(), UTF_8);
    }
}
