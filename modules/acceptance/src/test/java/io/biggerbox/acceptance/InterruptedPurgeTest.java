package io.biggerbox.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import io.biggerbox.service.erasure.LogPurge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
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
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A purge was killed: on one topic before its transaction was committed and before a setting was taken back, on another
 * after the copies were committed and before what they are copies of was deleted. The next one finishes it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InterruptedPurgeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CUSTOMER = "customer-4711";
    private static final int OTHERS = 6;
    private static final TopicPartition REVIEWS = new TopicPartition("voc.reviews", 0);
    private static final TopicPartition FEEDBACK = new TopicPartition("voc.feedback", 0);
    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, REVIEWS.topic());
    private static final String SEGMENT_MS = "segment.ms";

    private Installation installation;
    private Admin admin;
    private KafkaProducer<byte[], byte[]> killed;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 1);
        admin = Admin.create(installation.connection().client());
        List<Review> reviews = new ArrayList<>();
        Instant at = Instant.now().minus(Duration.ofDays(3));
        for (int i = 0; i < OTHERS; i++) {
            reviews.add(Rows.review("o" + i, 1, "c" + i, at.plusSeconds(i), "Shop", Themes.BOX_TEXT, 1));
        }
        reviews.add(2, Rows.review("mine1", 1, CUSTOMER, at.plusSeconds(2), "Shop", Themes.BOX_TEXT, 1));
        reviews.add(Rows.review("mine2", 1, CUSTOMER, at.plusSeconds(9), "Shop", Themes.BOX_TEXT, 1));
        try (SourceSender sender = new SourceSender(installation.connection())) {
            reviews.forEach(sender::accept);
            sender.flush();
        }
        installation.awaitProcessed();
        assertThat(installation.run("erase", "--customer", CUSTOMER, "--yes").exitCode())
                .isZero();
        await().atMost(PATIENCE).until(() -> readings().size() == reviews.size() + 2);
        installation.awaitProcessed();
        installation.stopService();
    }

    @AfterAll
    void stop() {
        if (killed != null) {
            killed.close(Duration.ZERO);
        }
        admin.close();
        installation.close();
    }

    private List<String> readings() {
        return installation.topics().feedback().stream()
                .map(Feedback::getFeedbackId)
                .toList();
    }

    private KafkaProducer<byte[], byte[]> purger() {
        Map<String, Object> config = new HashMap<>(installation.connection().client());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "biggerbox-log-purge");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOf(TopicPartition partition) {
        Map<String, Object> config = new HashMap<>(installation.connection().client());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                records.addAll(consumer.poll(Duration.ofMillis(100)).records(partition));
            }
        }
        return records;
    }

    private long endOf(TopicPartition partition) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private ConsumerGroupMetadata outsiderOf(String group) {
        Map<String, Object> config = new HashMap<>(installation.connection().client());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    private static ProducerRecord<byte[], byte[]> copyOf(ConsumerRecord<byte[], byte[]> record) {
        RecordHeaders headers = new RecordHeaders(record.headers().toArray());
        headers.add(LogPurge.COPY_OF, String.valueOf(record.offset()).getBytes(UTF_8));
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers);
    }

    private static boolean isOfTheCustomer(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), ISO_8859_1).contains("mine");
    }

    private ConfigEntry segmentMs() throws ExecutionException, InterruptedException {
        return admin.describeConfigs(List.of(TOPIC)).all().get().get(TOPIC).get(SEGMENT_MS);
    }

    @Test
    @Order(1)
    void itIsKilled() throws ExecutionException, InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> feedback = recordsOf(FEEDBACK);
        try (KafkaProducer<byte[], byte[]> producer = purger()) {
            long place = endOf(FEEDBACK);
            for (ConsumerRecord<byte[], byte[]> record : feedback) {
                if (!isOfTheCustomer(record)) {
                    var unused = producer.send(copyOf(record));
                    place++;
                }
            }
            for (String group : List.of("biggerbox-measure", "biggerbox-detect", "biggerbox-discover")) {
                OffsetAndMetadata before = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(FEEDBACK);
                producer.sendOffsetsToTransaction(
                        Map.of(FEEDBACK, new OffsetAndMetadata(place, before.metadata())), outsiderOf(group));
            }
            producer.commitTransaction();
        }
        assertThat(recordsOf(FEEDBACK)).hasSize(feedback.size() + OTHERS);

        admin.incrementalAlterConfigs(Map.of(
                        TOPIC, List.of(new AlterConfigOp(new ConfigEntry(SEGMENT_MS, "1"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
        killed = purger();
        killed.send(copyOf(recordsOf(REVIEWS).get(0))).get();
        await().atMost(PATIENCE).until(() -> segmentMs().value().equals("1"));
    }

    @Test
    @Order(2)
    void theNextOneFinishesIt() throws ExecutionException, InterruptedException {
        CommandRun purge = installation.run("purge", "--yes", "--json");
        assertThat(purge.exitCode()).as(purge.err()).isZero();
        assertThat(purge.json().get(0).path("records").path("voc.reviews").asInt())
                .isEqualTo(2);
        assertThatThrownBy(() -> killed.commitTransaction()).isInstanceOf(KafkaException.class);
        assertThat(recordsOf(REVIEWS)).hasSize(OTHERS).noneMatch(InterruptedPurgeTest::isOfTheCustomer);
        assertThat(recordsOf(FEEDBACK)).hasSize(OTHERS).noneMatch(InterruptedPurgeTest::isOfTheCustomer);
        assertThat(segmentMs().source()).isNotEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
    }

    @Test
    @Order(3)
    void theApplicationsGoOnAsIfItHadNotBeenKilled() {
        var rows = installation.topics().themeStats();
        List<String> readings = readings();
        assertThat(readings).hasSize(OTHERS).doesNotHaveDuplicates();
        installation.startService();
        try (SourceSender sender = new SourceSender(installation.connection())) {
            sender.accept(Rows.review("new", 1, "c9", Instant.now(), "Other", Themes.PRAISE_TEXT, 5));
            sender.flush();
        }
        await().atMost(PATIENCE).until(() -> readings().contains("test:new"));
        installation.awaitProcessed();
        assertThat(readings()).hasSize(OTHERS + 1);
        assertThat(installation.topics().themeStats()).containsAllEntriesOf(rows);
    }
}
