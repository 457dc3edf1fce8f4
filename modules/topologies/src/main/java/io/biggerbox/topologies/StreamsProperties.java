package io.biggerbox.topologies;

import io.biggerbox.topologies.errors.UndecodableRecordHandler;
import io.biggerbox.topologies.errors.UnprocessableRecordHandler;
import io.biggerbox.topologies.errors.UnwritableRecordHandler;
import io.biggerbox.topologies.stores.BoundedRocksDb;
import io.biggerbox.topologies.time.ArrivalTimestampExtractor;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The Kafka Streams configuration of an application, in production and in tests.
 *
 * <p>In ascending precedence: our defaults, what the operator sets, what the applications own. Setting
 * something that the applications own is an error: it would look on, and not be.
 */
public final class StreamsProperties {

    /** Dead letters and feedback may be larger than the inputs they come from. */
    private static final int LARGEST_REQUEST = 5 << 20;

    private static final int BATCH = 64 << 10;

    /**
     * The processing handler also guards the global store. Kafka's own constant is deprecated because the
     * setting becomes the only behaviour in 5.0; until then it must be set.
     */
    private static final String GLOBAL_HANDLER = "processing.exception.handler.global.enabled";

    /** Older names of handlers that Kafka Streams still accepts, and ignores beside the newer ones. */
    private static final String OLD_DESERIALIZATION_HANDLER = "default.deserialization.exception.handler";

    private static final String OLD_PRODUCTION_HANDLER = "default.production.exception.handler";

    private static final Set<String> OWNED = Set.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
            OLD_DESERIALIZATION_HANDLER,
            OLD_PRODUCTION_HANDLER,
            GLOBAL_HANDLER,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG);

    private StreamsProperties() {}

    /**
     * Puts the configuration together.
     *
     * @param application which application
     * @param deadLetterTopic where records go that cannot be processed
     * @param operator what the operator sets, by Kafka's names; {@code bootstrap.servers} at least
     * @throws ConfigException if the operator sets what the applications own
     */
    public static Properties of(Application application, String deadLetterTopic, Map<String, String> operator) {
        Properties all = new Properties();
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), String.valueOf(LARGEST_REQUEST));
        // What is compressed together is compressed better: each batch takes a buffer of 64 KiB for it anyway.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), String.valueOf(BATCH));
        // For so long everybody waits for what a lost machine had under way; one that is started again ends it at once.
        // Half as much again as the default: a pause of a busy one must not abort a transaction. What is done before a
        // commit has a bound (TopologySettings), or it would be thrown away and done again.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), "15000");
        // Live streams ask for a commit much oftener (CommitPace); this is the pace at which a backlog is worked off.
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "1000");
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        operator.forEach((name, value) -> {
            if (OWNED.contains(name)) {
                throw new ConfigException(
                        name, value, "belongs to Bigger Box and cannot be set from outside: remove it");
            }
            all.put(name, value);
        });
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, application.id());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetterTopic);
        all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecordHandler.class.getName());
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecordHandler.class.getName());
        all.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecordHandler.class.getName());
        all.put(GLOBAL_HANDLER, "true");
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        all.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, ArrivalTimestampExtractor.class.getName());
        return all;
    }
}
