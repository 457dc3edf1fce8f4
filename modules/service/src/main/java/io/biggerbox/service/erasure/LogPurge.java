package io.biggerbox.service.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.events.Erasure;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.service.ApplicationGroups;
import io.biggerbox.service.RefusedException;
import io.biggerbox.service.TopicSnapshot;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes erased customers off the topics that are kept for ever, and off the dead letters. Kafka deletes records only from
 * the beginning of a partition on, so a partition that holds such a record is written anew behind its end without them,
 * together with where each application stands in it, in one transaction; then everything before that is deleted. Nobody
 * may read or write meanwhile.
 *
 * <p>When it is interrupted, nothing has happened, or the copies stand behind what they are copies of; the next run sees
 * that by their header and goes on with the deletion. It also takes back a setting that the interrupted one had not.
 */
public final class LogPurge implements AutoCloseable {

    /** Of a copy: the offset of what it is a copy of; one for each time that it was copied. */
    public static final String COPY_OF = "voc.copy-of";

    private static final String TRANSACTIONAL_ID = "biggerbox-log-purge";
    private static final int LARGEST_REQUEST = 5 << 20;

    /** As long as brokers allow by default. */
    private static final int TRANSACTION_MILLIS = 15 * 60 * 1000;

    private final Admin admin;
    private final PartitionLog log;
    private final Topics topics;
    private final Map<String, Object> clientConfig;
    private final Values values;

    /**
     * Opens clients.
     *
     * @param clientConfig bootstrap servers and security
     */
    public LogPurge(Map<String, Object> clientConfig, Topics topics) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.topics = topics;
        admin = Admin.create(this.clientConfig);
        log = new PartitionLog(this.clientConfig);
        values = new Values(topics);
    }

    /** Erasures of which something may be left, by digest. */
    public Map<String, Erasure> open() {
        Map<String, Erasure> open = new TreeMap<>();
        erasures().forEach((digest, erasure) -> {
            if (erasure.getPurgedAt() == null) {
                open.put(digest, erasure);
            }
        });
        return open;
    }

    private Map<String, Erasure> erasures() {
        return new TopicSnapshot<>(clientConfig, topics.erasures()).read();
    }

    /** How many records would go, by topic. */
    public Map<String, Long> count() {
        Victims victims = new Victims(erasures(), values);
        Map<String, Long> counts = new TreeMap<>();
        for (TopicPartition partition : partitions()) {
            long found = look(partition, victims).victims();
            if (found > 0) {
                counts.merge(partition.topic(), found, Long::sum);
            }
        }
        return counts;
    }

    /**
     * Does it.
     *
     * @return how many records went, by topic
     * @throws RefusedException while an application runs, or when somebody writes meanwhile
     */
    public Map<String, Long> run() {
        ApplicationGroups groups = new ApplicationGroups(admin);
        groups.requireStopped("take records off topics");
        Map<String, Erasure> open = open();
        Victims victims = new Victims(erasures(), values);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = groups.positions();
        Map<String, Long> gone = new TreeMap<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            SegmentRoller roller = new SegmentRoller(admin, producer);
            List<TopicPartition> partitions = partitions();
            for (String topic :
                    partitions.stream().map(TopicPartition::topic).distinct().toList()) {
                roller.tidy(topic);
            }
            for (TopicPartition partition : partitions) {
                long found = purge(partition, victims, positions, producer, roller);
                if (found > 0) {
                    gone.merge(partition.topic(), found, Long::sum);
                }
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
        Instant now = Instant.now();
        try (ErasureDesk desk = new ErasureDesk(clientConfig, topics)) {
            open.values().forEach(erasure -> desk.notePurged(erasure, now));
        }
        return gone;
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic<String, ?> topic : values.histories()) {
            all.addAll(log.partitionsOf(topic.name()));
        }
        all.addAll(log.partitionsOf(topics.deadLetters().name()));
        return all;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * What a partition holds.
     *
     * @param victims records that are to go
     * @param firstCopy offset of the first copy whose original is still there; −1 without one
     */
    private record Look(long victims, long firstCopy) {}

    private Look look(TopicPartition partition, Victims victims) {
        AtomicLong found = new AtomicLong();
        AtomicLong firstCopy = new AtomicLong(-1);
        long start = log.start(partition);
        log.read(partition, log.end(partition), record -> {
            if (firstCopy.get() < 0 && originalOf(record) >= start) {
                firstCopy.set(record.offset());
            }
            if (victims.include(record)) {
                found.incrementAndGet();
            }
        });
        return new Look(found.get(), firstCopy.get());
    }

    private static long originalOf(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(COPY_OF);
        return header == null ? -1 : Long.parseLong(new String(header.value(), UTF_8));
    }

    private long purge(
            TopicPartition partition,
            Victims victims,
            Map<String, Map<TopicPartition, OffsetAndMetadata>> positions,
            KafkaProducer<byte[], byte[]> producer,
            SegmentRoller roller)
            throws ExecutionException, InterruptedException {
        Look look = look(partition, victims);
        if (look.firstCopy() >= 0) {
            deleteBefore(partition, look.firstCopy());
            look = look(partition, victims);
        }
        if (look.victims() == 0) {
            return 0;
        }
        long end = log.end(partition);
        roller.roll(partition);
        long base = log.end(partition);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> moved =
                copy(partition, end, base, victims, positions, producer);
        for (Map.Entry<String, Map<TopicPartition, OffsetAndMetadata>> group : moved.entrySet()) {
            producer.sendOffsetsToTransaction(group.getValue(), outsiderOf(group.getKey()));
        }
        producer.commitTransaction();
        deleteBefore(partition, base);
        return look.victims();
    }

    /** Somebody who commits for a group without being in it. */
    private ConsumerGroupMetadata outsiderOf(String group) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    /** Writes what stays behind the end, and says where each application stands in that. */
    private Map<String, Map<TopicPartition, OffsetAndMetadata>> copy(
            TopicPartition partition,
            long end,
            long base,
            Victims victims,
            Map<String, Map<TopicPartition, OffsetAndMetadata>> positions,
            KafkaProducer<byte[], byte[]> producer) {
        AtomicLong next = new AtomicLong(base);
        AtomicLong strangers = new AtomicLong();
        Map<String, Long> places = new HashMap<>();
        Map<Long, Long> moved = new HashMap<>();
        boolean letters = partition.topic().equals(topics.deadLetters().name());
        producer.beginTransaction();
        log.read(partition, end, record -> {
            positions.forEach((group, offsets) -> {
                OffsetAndMetadata position = offsets.get(partition);
                if (position != null && position.offset() <= record.offset()) {
                    places.putIfAbsent(group, next.get());
                }
            });
            if (victims.include(record) || (letters && settlesNobody(record, moved))) {
                return;
            }
            long place = next.getAndIncrement();
            if (letters) {
                moved.put(record.offset(), place);
            }
            var unused = producer.send(copyOf(record, moved), (metadata, error) -> {
                if (error == null && metadata.offset() != place) {
                    strangers.incrementAndGet();
                }
            });
        });
        producer.flush();
        if (strangers.get() > 0) {
            producer.abortTransaction();
            throw new RefusedException("somebody writes to " + partition.topic()
                    + " at the same time: stop importers and connectors, then try again. Nothing was changed in "
                    + partition);
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets = new TreeMap<>();
        positions.forEach((group, all) -> {
            OffsetAndMetadata position = all.get(partition);
            if (position != null) {
                long place = places.getOrDefault(group, next.get());
                offsets.put(group, Map.of(partition, new OffsetAndMetadata(place, position.metadata())));
            }
        });
        return offsets;
    }

    /** True for a note about a dead letter that went. */
    private static boolean settlesNobody(ConsumerRecord<byte[], byte[]> record, Map<Long, Long> moved) {
        Long settled = settledBy(record);
        return settled != null && !moved.containsKey(settled);
    }

    private static @Nullable Long settledBy(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(DeadLetterHeaders.SETTLES);
        if (header == null) {
            return null;
        }
        try {
            return Long.valueOf(new String(header.value(), UTF_8));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static ProducerRecord<byte[], byte[]> copyOf(ConsumerRecord<byte[], byte[]> record, Map<Long, Long> moved) {
        RecordHeaders headers = new RecordHeaders(record.headers().toArray());
        headers.add(COPY_OF, String.valueOf(record.offset()).getBytes(UTF_8));
        Long settled = settledBy(record);
        if (settled != null && moved.containsKey(settled)) {
            headers.remove(DeadLetterHeaders.SETTLES);
            headers.add(
                    DeadLetterHeaders.SETTLES,
                    String.valueOf(moved.get(settled)).getBytes(UTF_8));
        }
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp() < 0 ? null : record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }

    private void deleteBefore(TopicPartition partition, long offset) throws ExecutionException, InterruptedException {
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    @Override
    public void close() {
        log.close();
        admin.close();
    }
}
