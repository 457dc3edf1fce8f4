package io.biggerbox.topologies.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.SerializationExceptionOrigin;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlersTest {

    private static final String DEAD_LETTERS = "voc.dead-letters";
    private static final Map<String, String> CONFIG = Map.of(
            StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
            DEAD_LETTERS,
            StreamsConfig.APPLICATION_ID_CONFIG,
            "biggerbox-test");
    private final InvalidRecordException bad = new InvalidRecordException("rating", "is 17.0", "correct it");
    private static final byte[] KEY = {1, 2};
    private static final byte[] VALUE = {3};

    private final UndecodableRecordHandler decoding = new UndecodableRecordHandler();
    private final UnprocessableRecordHandler processing = new UnprocessableRecordHandler();
    private final UnwritableRecordHandler writing = new UnwritableRecordHandler();

    @BeforeEach
    void configure() {
        decoding.configure(CONFIG);
        processing.configure(CONFIG);
        writing.configure(CONFIG);
    }

    /** What Kafka Streams says about a failure; in the worst case nothing at all. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Failure(
            @Nullable String topic,
            @Nullable Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value,
            long timestamp)
            implements ErrorHandlerContext {

        static final Failure NOTHING_KNOWN = new Failure(null, null, null, null, -1);

        static Failure of(byte @Nullable [] key, byte @Nullable [] value) {
            Headers headers = new RecordHeaders().add("trace", "t-1".getBytes(UTF_8));
            return new Failure("voc.reviews", headers, key, value, 1_000);
        }

        @Override
        public int partition() {
            return topic == null ? -1 : 3;
        }

        @Override
        public long offset() {
            return topic == null ? -1 : 42;
        }

        @Override
        public String processorNodeId() {
            return "classify-reviews";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public byte @Nullable [] sourceRawKey() {
            return key;
        }

        @Override
        public byte @Nullable [] sourceRawValue() {
            return value;
        }
    }

    private static ConsumerRecord<byte[], byte[]> consumed(byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>("voc.reviews", 3, 42, key, value);
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> only(List<ProducerRecord<byte[], byte[]>> letters) {
        assertThat(letters).hasSize(1);
        return Objects.requireNonNull(letters.get(0));
    }

    @Test
    void aBadRecordBecomesALetterWithItsBytesItsHeadersAndItsReason() {
        var response = processing.handleError(Failure.of(KEY, VALUE), new Record<>("k", "v", 1_000), bad);

        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        var letter = only(response.deadLetterQueueRecords());
        assertThat(letter.topic()).isEqualTo(DEAD_LETTERS);
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(letter.timestamp()).isEqualTo(1_000);
        assertThat(header(letter, "trace")).isEqualTo("t-1");
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("rating is 17.0");
        assertThat(header(letter, DeadLetterHeaders.FIELD)).isEqualTo("rating");
        assertThat(header(letter, DeadLetterHeaders.REMEDY)).isEqualTo("correct it");
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("voc.reviews");
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("3");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("42");
        assertThat(header(letter, DeadLetterHeaders.NODE)).isEqualTo("classify-reviews");
        assertThat(header(letter, DeadLetterHeaders.APPLICATION)).isEqualTo("biggerbox-test");
        assertThat(header(letter, DeadLetterHeaders.EXCEPTION)).isEqualTo(InvalidRecordException.class.getName());
    }

    @Test
    void recordsWithoutKeyValueTopicOrHeadersAreNoProblem() {
        var record = new Record<@Nullable String, @Nullable String>(null, null, 0);
        var processed = processing.handleError(Failure.NOTHING_KNOWN, record, bad);
        assertThat(only(processed.deadLetterQueueRecords()).key()).isNull();
        assertThat(only(processed.deadLetterQueueRecords()).value()).isNull();
        assertThat(only(processed.deadLetterQueueRecords()).timestamp()).isNull();

        var decoded = decoding.handleError(
                Failure.NOTHING_KNOWN, consumed(null, null), new SerializationException("garbage"));
        assertThat(decoded.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        assertThat(only(decoded.deadLetterQueueRecords()).value()).isNull();

        var written = writing.handleError(
                Failure.NOTHING_KNOWN,
                new ProducerRecord<>("voc.feedback", null, null),
                new RecordTooLargeException("5 MB"));
        assertThat(written.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        assertThat(only(written.deadLetterQueueRecords()).key()).isNull();
    }

    @Test
    void aReasonWithoutAMessageNamesTheException() {
        var response =
                processing.handleError(Failure.of(KEY, VALUE), new Record<>("k", "v", 0), new ArithmeticException());
        assertThat(header(only(response.deadLetterQueueRecords()), DeadLetterHeaders.REASON))
                .isEqualTo("ArithmeticException");
    }

    @Test
    void aReasonThatQuotesAMegabyteIsCut() {
        var response = processing.handleError(
                Failure.of(KEY, VALUE), new Record<>("k", "v", 0), new IllegalStateException("x".repeat(1 << 20)));
        assertThat(header(only(response.deadLetterQueueRecords()), DeadLetterHeaders.REASON)
                        .length())
                .isLessThan(2_000);
    }

    @Test
    void theCauseThatIsAboutTheRecordIsTold() {
        var response = processing.handleError(
                Failure.of(KEY, VALUE), new Record<>("k", "v", 0), new StreamsException("wrapped", bad));
        assertThat(header(only(response.deadLetterQueueRecords()), DeadLetterHeaders.FIELD))
                .isEqualTo("rating");
    }

    @Test
    void aPunctuatorThatFailsStopsTheThread() {
        assertThat(processing.handleError(Failure.NOTHING_KNOWN, null, bad).result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void anOutageIsNeverADeadLetter() {
        Exception outage = new KafkaException("the registry does not answer");
        Exception deep = new StreamsException("process", new IllegalStateException("wrapped", outage));
        for (Exception error : List.of(outage, deep, new TimeoutException("broker"))) {
            assertThat(processing
                            .handleError(Failure.of(KEY, VALUE), new Record<>("k", "v", 0), error)
                            .result())
                    .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
            assertThat(decoding.handleError(Failure.of(KEY, VALUE), consumed(KEY, VALUE), error)
                            .result())
                    .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
            assertThat(writing.handleSerializationError(
                                    Failure.of(KEY, VALUE),
                                    new ProducerRecord<>("voc.feedback", "k", "v"),
                                    error,
                                    SerializationExceptionOrigin.VALUE)
                            .result())
                    .isEqualTo(ProductionExceptionHandler.Result.FAIL);
        }
    }

    @Test
    void anErrorOfTheMachineIsNeverADeadLetter() {
        Exception error = new IllegalStateException("wrapped", new OutOfMemoryError());
        assertThat(processing
                        .handleError(Failure.of(KEY, VALUE), new Record<>("k", "v", 0), error)
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void theBytesThatCouldNotBeDecodedAreTheOnesThatWereRead() {
        var response = decoding.handleError(
                Failure.of(null, null), consumed(KEY, VALUE), new SerializationException("garbage"));
        assertThat(only(response.deadLetterQueueRecords()).key()).isEqualTo(KEY);
        assertThat(only(response.deadLetterQueueRecords()).value()).isEqualTo(VALUE);
    }

    @Test
    void writingIsRepeatedAfterAPassingFailureAndStopsAfterAnyOther() {
        var record = new ProducerRecord<>("voc.feedback", KEY, VALUE);
        assertThat(writing.handleError(Failure.of(KEY, VALUE), record, new TimeoutException("slow"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.RETRY);
        assertThat(writing.handleError(Failure.of(KEY, VALUE), record, new AuthorizationException("no"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void aDeadLetterThatCannotBeWrittenIsNotDeadLettered() {
        var letter = new ProducerRecord<>(DEAD_LETTERS, KEY, VALUE);
        assertThat(writing.handleError(Failure.of(KEY, VALUE), letter, new RecordTooLargeException("big"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
        assertThat(writing.handleSerializationError(
                                Failure.of(KEY, VALUE), letter, bad, SerializationExceptionOrigin.KEY)
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void withoutAConfigurationNothingIsLost() {
        assertThat(new UnprocessableRecordHandler()
                        .handleError(Failure.of(KEY, VALUE), new Record<>("k", "v", 0), bad)
                        .result())
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void theTopicOfDeadLettersMustBeConfigured() {
        for (Map<String, String> config : List.of(
                Map.<String, String>of(),
                Map.of(StreamsConfig.APPLICATION_ID_CONFIG, "a"),
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        "a",
                        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                        " "))) {
            assertThatThrownBy(() -> new UnprocessableRecordHandler().configure(config))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("dead");
        }
    }
}
