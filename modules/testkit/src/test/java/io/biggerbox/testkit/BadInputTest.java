package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.command;
import static io.biggerbox.testkit.Events.nps;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Events.ticket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Author;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final byte[] KEY = "c1".getBytes(UTF_8);

    private final TestStack stack = TestStack.ephemeral();

    @AfterEach
    void close() {
        stack.close();
    }

    /** A good record before and after {@code bad}: both are counted, and there is one dead letter. */
    private DeadLetter between(Runnable bad) {
        stack.send(review("before", "good1", MONDAY).build());
        bad.run();
        stack.send(review("after", "good2", MONDAY.plusSeconds(60)).build());
        assertThat(stack.feedback()).extracting(Feedback::getFeedbackId).contains("shop:before", "shop:after");
        assertThat(Objects.requireNonNull(
                                stack.themeStats().get("Box|packaging.box-too-small|DAY|2026-03-02T00:00:00Z"))
                        .getComplainingCustomers())
                .isEqualTo(2);
        assertThat(stack.deadLetters()).hasSize(1);
        return stack.deadLetters().get(0);
    }

    static Stream<Arguments> undecodable() {
        byte[] unknownId =
                ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).putInt(1).array();
        byte[] garbage = new byte[300];
        new Random(7).nextBytes(garbage);
        garbage[0] = 'x';
        List<byte[]> values = List.of(garbage, new byte[0], unknownId, "{\"json\":1}".getBytes(UTF_8), new byte[5]);
        return Stream.of("voc.reviews", "voc.tickets", "voc.surveys", "voc.commands")
                .flatMap(topic -> values.stream().map(value -> Arguments.of(topic, value)));
    }

    @ParameterizedTest
    @MethodSource("undecodable")
    void whatCannotBeDecodedIsKeptWithItsBytes(String topic, byte[] value) {
        DeadLetter letter = between(() -> stack.sendBytes(topic, "c1", value, MONDAY.plusSeconds(5)));
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.topic()).isEqualTo(topic);
        assertThat(letter.partition()).isZero();
        assertThat(letter.reason()).contains(topic);
        assertThat(letter.at()).isEqualTo(MONDAY.plusSeconds(5));
        assertThat(letter.application())
                .isEqualTo(topic.equals("voc.commands") ? "biggerbox-detect" : "biggerbox-classify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voc.reviews", "voc.tickets", "voc.surveys"})
    void aRecordWithoutAValueIsADeadLetter(String topic) {
        DeadLetter letter = between(() -> stack.sendBytes(topic, "c1", null, MONDAY.plusSeconds(5)));
        assertThat(letter.field()).isEqualTo("value");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isNull();
        assertThat(letter.remedy()).contains("whole record");
    }

    @Test
    void aCommandWithoutAValueIsADeadLetter() {
        DeadLetter letter = between(() -> stack.sendBytes("voc.commands", null, null, MONDAY.plusSeconds(5)));
        assertThat(letter.field()).isEqualTo("value");
        assertThat(letter.key()).isNull();
    }

    @Test
    void aCommandWithoutAKeyIsObeyed() {
        byte[] value = stack.bytes(
                stack.topics().commands(),
                command("c", CommandKind.ACKNOWLEDGE, MONDAY).build());
        stack.sendBytes("voc.commands", null, value, MONDAY);
        assertThat(stack.deadLetters()).isEmpty();
    }

    @Test
    void headersOfTheOriginalAreKept() {
        DeadLetter letter = between(() -> stack.sendBytes(
                Application.CLASSIFY,
                "voc.reviews",
                KEY,
                new byte[] {9},
                new RecordHeaders().add("traceparent", "00-abc".getBytes(UTF_8)).add("empty", null),
                MONDAY.plusSeconds(5)));
        assertThat(letter.headers()).containsEntry("traceparent", "00-abc").containsKey("empty");
        assertThat(letter.offset()).isEqualTo(1);
    }

    private <V> void impossible(Topic<String, V> topic, @Nullable String key, V value, String field, String reason) {
        byte[] bytes = stack.bytes(topic, value);
        DeadLetter letter = between(() -> stack.sendBytes(topic.name(), key, bytes, MONDAY.plusSeconds(5)));
        assertThat(letter.field()).isEqualTo(field);
        assertThat(letter.reason()).contains(reason);
        assertThat(letter.remedy()).isNotBlank();
        assertThat(letter.key()).isEqualTo(key == null ? null : key.getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(letter.topic()).isEqualTo(topic.name());
    }

    private void impossible(Review.Builder review, String field, String reason) {
        impossible(stack.topics().reviews(), review.getCustomerId(), review.build(), field, reason);
    }

    @Test
    void aMissingKey() {
        impossible(stack.topics().reviews(), null, review("bad", "c1", MONDAY).build(), "key", "missing");
    }

    @Test
    void aKeyThatIsNotTheCustomer() {
        impossible(stack.topics().reviews(), "c2", review("bad", "c1", MONDAY).build(), "key", "customer_id");
    }

    @Test
    void aRatingOf17() {
        impossible(review("bad", "c1", MONDAY).setRating(17.0), "rating", "17.0");
    }

    @Test
    void aRatingThatIsNoNumber() {
        impossible(review("bad", "c1", MONDAY).setRating(Double.NaN), "rating", "NaN");
    }

    @Test
    void aScoreOutsideItsScale() {
        Survey survey = nps("bad", "c1", MONDAY, 11).build();
        impossible(stack.topics().surveys(), "c1", survey, "score", "11.0");
    }

    @Test
    void aScaleThatFalls() {
        Survey survey =
                nps("bad", "c1", MONDAY, 5).setScoreMin(10).setScoreMax(0).build();
        impossible(stack.topics().surveys(), "c1", survey, "score", "scale");
    }

    @Test
    void aDateInTheFuture() {
        impossible(review("bad", "c1", MONDAY.plus(Duration.ofDays(2))), "written_at", "later than its arrival");
    }

    @Test
    void aDateIn1970() {
        impossible(review("bad", "c1", Instant.ofEpochSecond(1_700_000)), "written_at", "before 1990");
    }

    @Test
    void aDateThatNoCalendarHas() {
        impossible(review("bad", "c1", Instant.ofEpochMilli(Long.MAX_VALUE)), "written_at", "later than its arrival");
        assertThat(stack.alerts()).isEmpty();
    }

    @Test
    void aTurnInTheFuture() {
        Instant future = MONDAY.plus(Duration.ofDays(30));
        impossible(
                stack.topics().tickets(),
                "c1",
                ticket("bad", "c1", MONDAY)
                        .setTurns(List.of(Events.turn(Author.CUSTOMER, future, "Hello there.")))
                        .build(),
                "turns.at",
                "later than its arrival");
    }

    @Test
    void anEmptyProduct() {
        impossible(review("bad", "c1", MONDAY).setProduct(" "), "product", "empty");
    }

    @Test
    void aProductWithANul() {
        impossible(review("bad", "c1", MONDAY).setProduct("Bo\0x"), "product", "NUL");
    }

    @Test
    void aProductThatIsANovel() {
        impossible(review("bad", "c1", MONDAY).setProduct("x".repeat(300)), "product", "300 characters");
    }

    @Test
    void aChannelThatIsANovel() {
        impossible(review("bad", "c1", MONDAY).setChannel("x".repeat(1 << 20)), "channel", "characters");
    }

    @Test
    void aChannelWithANul() {
        impossible(review("bad", "c1", MONDAY).setChannel("we\0b"), "channel", "NUL");
    }

    @Test
    void aTierThatIsANovel() {
        impossible(review("bad", "c1", MONDAY).setCustomerTier("x".repeat(300)), "customer_tier", "300 characters");
    }

    @Test
    void aValueBelowZero() {
        impossible(review("bad", "c1", MONDAY).setCustomerValuePerYear(-1.0), "customer_value_per_year", "-1.0");
    }

    @Test
    void aTextOfTwoMegabytesIsReadOrRefusedAndHoldsNobodyUp() {
        stack.send(review("before", "good1", MONDAY).build());
        stack.send(review("long", "c1", MONDAY)
                .setText("The box is too small. ".repeat((2 << 20) / 22))
                .build());
        stack.send(review("words", "c2", MONDAY).setText("x".repeat(2 << 20)).build());
        stack.send(review("after", "good2", MONDAY).build());
        assertThat(stack.feedback()).extracting(Feedback::getFeedbackId).contains("shop:before", "shop:after");
        assertThat(stack.feedback().size() + stack.deadLetters().size()).isEqualTo(4);
    }

    @Test
    void controlCharactersAndLoneSurrogatesAreText() {
        stack.send(review("r1", "c1", MONDAY)
                .setText("\u0000\u0007 The box\uD800 is too small, terrible. \uDFFF\u202E\uFFFE")
                .setTitle("\uDC00")
                .build());
        stack.send(review("r2", "c\uD800\n", MONDAY)
                .setProduct("Box\n\u0007\uDFFF")
                .build());
        assertThat(stack.deadLetters()).isEmpty();
        assertThat(stack.feedback()).hasSize(2);
        Feedback feedback = stack.feedback().get(0);
        assertThat(feedback.getMentions()).allSatisfy(mention -> assertThat(mention.getEnd())
                .isLessThanOrEqualTo(feedback.getRedactedText().length()));
    }

    @Test
    void aRecordOfAnotherTypeIsADeadLetter() throws Exception {
        DeadLetter letter = between(() -> stack.sendBytes(
                "voc.reviews",
                "c1",
                stack.bytes(
                        stack.topics().commands(),
                        command("c", CommandKind.UNMUTE, MONDAY).build()),
                MONDAY));
        assertThat(letter.topic()).isEqualTo("voc.reviews");
        assertThat(letter.reason()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "empty", "null"})
    void feedbackThatIsNoFeedbackIsADeadLetterOfEachReader(String kind) {
        byte[] value =
                Map.of("garbage", new byte[] {1, 2, 3}, "empty", new byte[0]).get(kind);
        stack.send(review("before", "good1", MONDAY).build());
        stack.sendBytes("voc.feedback", "c1", value, MONDAY);
        stack.send(review("after", "good2", MONDAY).build());

        assertThat(stack.deadLetters())
                .extracting(DeadLetter::application)
                .containsExactlyInAnyOrder("biggerbox-measure", "biggerbox-detect", "biggerbox-discover");
        assertThat(stack.deadLetters()).allSatisfy(letter -> {
            assertThat(letter.key()).isEqualTo(KEY);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.topic()).isEqualTo("voc.feedback");
            assertThat(letter.offset()).isEqualTo(1);
        });
        assertThat(Objects.requireNonNull(
                                stack.themeStats().get("Box|packaging.box-too-small|DAY|2026-03-02T00:00:00Z"))
                        .getComplainingCustomers())
                .isEqualTo(2);
    }

    @Test
    void feedbackOfImpossibleTimesHarmsNothingElse() {
        stack.send(review("before", "good1", MONDAY).build());
        Feedback good = stack.feedback().get(0);
        Feedback bad = Feedback.newBuilder(good)
                .setFeedbackId("x")
                .setEventTime(Instant.ofEpochMilli(Long.MAX_VALUE))
                .build();
        stack.sendBytes("voc.feedback", "c1", stack.bytes(stack.topics().feedback(), bad), MONDAY);
        stack.send(review("after", "good2", MONDAY.plusSeconds(5)).build());
        stack.send(review("later", "good3", MONDAY.plus(Duration.ofDays(1))).build());

        assertThat(stack.deadLetters())
                .extracting(DeadLetter::application)
                .containsExactlyInAnyOrder("biggerbox-measure", "biggerbox-detect", "biggerbox-discover");
        assertThat(stack.themeStats().values()).noneMatch(row -> row.getIsFinal());
    }

    private static Taxonomy taxonomy(String version, Theme... themes) {
        return new Taxonomy("test", version, List.of(themes));
    }

    /** One dead letter with these bytes; {@code inForce} goes on labelling. */
    private DeadLetter refusedTaxonomy(@Nullable String key, byte[] value, String inForce) {
        stack.sendBytes("voc.taxonomy", key, value, MONDAY);
        stack.send(review("after", "good2", MONDAY).build());
        assertThat(stack.feedback()).singleElement().satisfies(feedback -> assertThat(feedback.getTaxonomyVersion())
                .isEqualTo(inForce));
        assertThat(stack.deadLetters()).hasSize(1);
        DeadLetter letter = stack.deadLetters().get(0);
        assertThat(letter.topic()).isEqualTo("voc.taxonomy");
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.reason()).isNotBlank();
        return letter;
    }

    @Test
    void aTaxonomyThatCannotBeDecodedIsADeadLetterAndTheLastGoodOneStays() {
        stack.publish(taxonomy("good", Fixtures.theme(Fixtures.BOX, "Box", "logistics", "box")), MONDAY);
        DeadLetter letter = refusedTaxonomy("default", new byte[] {1, 2, 3}, "good");
        assertThat(letter.key()).isEqualTo("default".getBytes(UTF_8));
        assertThat(letter.reason()).contains("voc.taxonomy");
    }

    @Test
    void aTaxonomyWithOneThemeTwiceIsADeadLetterAndTheLastGoodOneStays() {
        Theme theme = Fixtures.theme("a.b", "A", "app", "box");
        byte[] twice =
                stack.bytes(stack.topics().taxonomy(), TaxonomyRecords.toRecord(taxonomy("bad", theme, theme), MONDAY));
        DeadLetter letter = refusedTaxonomy("default", twice, "test-1");
        assertThat(letter.field()).isEqualTo("themes.id");
        assertThat(letter.reason()).contains("a.b twice");
        assertThat(letter.remedy()).contains("taxonomy validate");
    }

    @Test
    void aTaxonomyThatNobodyCanReadWithIsADeadLetter() {
        Theme theme = Fixtures.theme("a.b", "A", "app", "box");
        String refused = Fixtures.REFUSED_VERSION;
        byte[] bytes =
                stack.bytes(stack.topics().taxonomy(), TaxonomyRecords.toRecord(taxonomy(refused, theme), MONDAY));
        assertThat(refusedTaxonomy("default", bytes, "test-1").reason()).contains("no taxonomy that can be used");
    }

    @Test
    void aTaxonomyUnderAnotherKeyIsADeadLetter() {
        Theme theme = Fixtures.theme("a.b", "A", "app", "box");
        byte[] value =
                stack.bytes(stack.topics().taxonomy(), TaxonomyRecords.toRecord(taxonomy("other", theme), MONDAY));
        DeadLetter letter = refusedTaxonomy("defualt", value, "test-1");
        assertThat(letter.field()).isEqualTo("key");
        assertThat(letter.reason()).contains("defualt");
    }

    @Test
    void aTaxonomyThatIsRemovedChangesNothing() {
        stack.sendBytes("voc.taxonomy", "default", null, MONDAY);
        stack.sendBytes("voc.taxonomy", null, null, MONDAY);
        stack.send(review("after", "good2", MONDAY).build());
        assertThat(stack.feedback()).singleElement().satisfies(feedback -> assertThat(feedback.getTaxonomyVersion())
                .isEqualTo("test-1"));
        assertThat(stack.deadLetters()).isEmpty();
    }

    @Test
    void theBytesAreThoseThatWereSentNotACopyOfOurs() throws IOException {
        byte[] value = stack.bytes(
                stack.topics().reviews(),
                review("bad", "c1", MONDAY).setRating(17.0).build());
        byte[] sent = Arrays.copyOf(value, value.length);
        stack.sendBytes("voc.reviews", "c1", value, MONDAY);
        assertThat(stack.deadLetters().get(0).value()).isEqualTo(sent);
    }

    @Test
    void aSchemaThatIsNoReviewIsADeadLetter() throws Exception {
        var schema = new AvroSchema(
                SchemaBuilder.record("Other").fields().requiredInt("n").endRecord());
        var registry = new io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient();
        int id = registry.register("voc.reviews-value", schema);
        try (TestStack own = TestStack.with(
                io.biggerbox.topologies.TopologySettings.OFFLINE,
                io.biggerbox.recurrence.DetectionSettings.DEFAULTS,
                registry)) {
            own.sendBytes(
                    "voc.reviews",
                    "c1",
                    ByteBuffer.allocate(6)
                            .put((byte) 0)
                            .putInt(id)
                            .put((byte) 2)
                            .array(),
                    MONDAY);
            assertThat(own.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.reason())
                    .contains("voc.reviews"));
        }
    }
}
