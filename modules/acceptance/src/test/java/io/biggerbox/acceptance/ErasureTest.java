package io.biggerbox.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Stores;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.text.FastReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
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
 * A customer whom an open alert quotes is erased: afterwards nothing on any topic or in any store names them or holds
 * their words.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CUSTOMER = "customer-4711";
    private static final String WORD = "xylophone";

    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(70, ChronoUnit.DAYS);
    private final Rows others = new Rows("s", 4);
    private final List<Review> own = new ArrayList<>();
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
        for (int day = 0; day < 63; day++) {
            Instant at = first.plus(day, ChronoUnit.DAYS);
            others.onDay(at, 2, "Shop", Themes.BOX_TEXT, 1);
            if (day % 9 == 8) {
                own.add(Rows.review(
                        "mine" + day,
                        1,
                        CUSTOMER,
                        at.plus(23, ChronoUnit.HOURS),
                        "Shop",
                        "The " + WORD + " box was too small and everything broke. Terrible.",
                        1));
            }
        }
        others.at(first.plus(64, ChronoUnit.DAYS), "Shop", Themes.PRAISE_TEXT, 5);
        others.at(first.plus(65, ChronoUnit.DAYS), "Shop", Themes.PRAISE_TEXT, 5);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private void send(List<Review> reviews) {
        try (SourceSender sender = new SourceSender(installation.connection())) {
            reviews.forEach(sender::accept);
            sender.flush();
        }
    }

    private void sendBytes(String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                installation.connection().client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>("voc.reviews", key.getBytes(UTF_8), value));
        }
    }

    private CommandRun run(String... args) {
        CommandRun run = installation.run(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static boolean quotes(ProcessChangeAlert alert) {
        return alert.getQuotes().stream().anyMatch(quote -> quote.getText().contains(WORD));
    }

    private void assertRowsOf(List<Review> reviews) {
        Batch batch = new Batch(FastReader.create(Themes.read(installation.taxonomy())));
        var themes = batch.themeRows(reviews);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Batch.themes(installation.topics().themeStats()))
                .containsAllEntriesOf(themes));
    }

    @Test
    @Order(1)
    void theCustomerIsFoundEverywhere() {
        List<Review> all = new ArrayList<>(others.inOrderOfTime().reviews());
        all.addAll(own);
        all.sort(java.util.Comparator.comparing(Review::getWrittenAt));
        send(all);
        var reviews = installation.connection().topics().reviews();
        byte[] broken = reviews.valueSerde()
                .serializer()
                .serialize(
                        reviews.name(),
                        Rows.review("bad", 1, CUSTOMER, first, "Shop", "My " + WORD + " is broken", 99));
        sendBytes(CUSTOMER, broken);
        sendBytes("c", new byte[] {9, 9});
        installation.awaitProcessed();
        assertRowsOf(all);
        await().atMost(PATIENCE)
                .until(() -> installation.topics().alerts().values().stream().anyMatch(ErasureTest::quotes));
        run("correct", "test:" + own.get(0).getSourceId(), "--not-theme", Themes.BOX);

        JsonNode found = run("erase", "--customer", CUSTOMER, "--dry-run", "--json")
                .json()
                .get(0);
        assertThat(found.path("erased").asBoolean()).isFalse();
        assertThat(found.path("records").path("voc.reviews").asInt()).isEqualTo(own.size() + 1);
        assertThat(found.path("records").path("voc.feedback").asInt()).isEqualTo(own.size());
        assertThat(found.path("records").path("voc.dead-letters").asInt()).isEqualTo(1);
        assertThat(found.path("corrections").asInt()).isEqualTo(1);
        assertThat(found.path("alerts")).hasSize(1);
    }

    @Test
    @Order(2)
    void nobodyIsErasedByMistake() {
        CommandRun unsure = installation.run("erase", "--customer", CUSTOMER);
        assertThat(unsure.exitCode()).isEqualTo(2);
        assertThat(unsure.err()).contains("--yes");
        CommandRun running = installation.run("purge", "--yes");
        assertThat(running.exitCode()).isEqualTo(1);
        assertThat(running.err()).contains("biggerbox-classify").contains("stop all instances");
    }

    @Test
    @Order(3)
    void theApplicationsTakeTheCustomerBack() {
        assertThat(run("erase", "--customer", CUSTOMER, "--reason", "request 17", "--yes")
                        .out())
                .contains("is erased")
                .contains("biggerbox purge");
        await().atMost(PATIENCE)
                .until(() -> installation.topics().alerts().values().stream().noneMatch(ErasureTest::quotes));
        installation.awaitProcessed();
        assertRowsOf(others.reviews());
        List<ProcessChangeAlert> revisions = installation.topics().alertRevisions();
        int last = 0;
        for (int i = 0; i < revisions.size(); i++) {
            last = quotes(revisions.get(i)) ? i : last;
        }
        ProcessChangeAlert quoting = revisions.get(last);
        ProcessChangeAlert next = revisions.subList(last + 1, revisions.size()).stream()
                .filter(alert -> alert.getAlertId().equals(quoting.getAlertId()))
                .findFirst()
                .orElseThrow();
        assertThat(next.getState()).isEqualTo(quoting.getState());
        assertThat(next.getRaised()).as("an erasure is no alarm").isFalse();
        assertThat(next.getQuotes()).isNotEmpty();
    }

    @Test
    @Order(4)
    void nothingIsLeftOnAnyTopicAfterThePurge() throws ExecutionException, InterruptedException {
        // The applications delete what they have read of their internal topics, twice a minute.
        await().atMost(PATIENCE)
                .until(() -> topicsWith(WORD, true).isEmpty()
                        && topicsWith("test:mine", true).isEmpty());
        installation.stopService();
        assertThat(topicsWith(CUSTOMER, false))
                .containsExactlyInAnyOrder("voc.reviews", "voc.feedback", "voc.dead-letters");
        assertNothingIsLeftInTheStores();

        JsonNode purged = run("purge", "--yes", "--json").json().get(0);
        assertThat(purged.path("records").path("voc.reviews").asInt()).isEqualTo(own.size() + 1);
        // readings, their withdrawals, and that of the record which was never read
        assertThat(purged.path("records").path("voc.feedback").asInt()).isEqualTo(2 * own.size() + 1);
        assertThat(purged.path("records").path("voc.dead-letters").asInt()).isEqualTo(1);

        assertThat(topicsWith(CUSTOMER, false)).isEmpty();
        assertThat(topicsWith(WORD, false)).isEmpty();
        assertThat(topicsWith("test:mine", false)).isEmpty();
        assertThat(installation.topics().deadLetters()).hasSize(1);
        assertThat(run("purge", "--yes").out()).contains("0 records are gone");
    }

    @Test
    @Order(5)
    void theApplicationsGoOnWhereTheyWere() {
        var rows = installation.topics().themeStats();
        var alerts = installation.topics().alertRevisions();
        List<String> readings = readings();
        assertThat(readings).hasSize(others.reviews().size()).doesNotHaveDuplicates();
        installation.startService();
        installation.awaitProcessed();
        assertThat(installation.topics().themeStats()).isEqualTo(rows);
        assertThat(installation.topics().alertRevisions()).isEqualTo(alerts);

        Review later = Rows.review("after", 1, CUSTOMER, Instant.now().minusSeconds(1), "Shop", Themes.PRAISE_TEXT, 5);
        List<Review> again = new ArrayList<>(own);
        again.add(later);
        send(again);
        installation.awaitProcessed();
        await().atMost(PATIENCE).until(() -> readings().size() == readings.size() + 1);
        assertThat(readings()).contains("test:after").noneMatch(id -> id.startsWith("test:mine"));
    }

    private void assertNothingIsLeftInTheStores() {
        Review other = others.reviews().get(0);
        assertThat(storesWith("test:" + other.getSourceId()))
                .as("ids of others")
                .isNotEmpty();
        assertThat(storesWith("the edges were crushed")).as("words of others").isNotEmpty();
        assertThat(storesWith(CUSTOMER)).isEmpty();
        assertThat(storesWith(WORD)).isEmpty();
        assertThat(storesWith("test:mine")).isEmpty();
    }

    private Set<String> storesWith(String word) {
        return Stores.holding(installation.state(), word);
    }

    private List<String> readings() {
        return installation.topics().feedback().stream()
                .map(Feedback::getFeedbackId)
                .toList();
    }

    /** Topics with a word in the bytes of a key, value or header that compaction would leave. */
    private Set<String> topicsWith(String word, boolean internalOnly) throws ExecutionException, InterruptedException {
        Set<String> found = new TreeSet<>();
        Map<String, Object> config = new HashMap<>(installation.connection().client());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (Admin admin = Admin.create(installation.connection().client());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (String topic : admin.listTopics().names().get()) {
                if (internalOnly && !topic.endsWith("-repartition")) {
                    continue;
                }
                boolean compacted = isCompacted(admin, topic);
                Map<String, ConsumerRecord<byte[], byte[]>> left = new HashMap<>();
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        String key = compacted ? record.partition() + text(record.key()) : String.valueOf(left.size());
                        if (compacted && record.value() == null) {
                            left.remove(key);
                        } else {
                            left.put(key, record);
                        }
                    }
                }
                if (left.values().stream().anyMatch(record -> holds(record, word))) {
                    found.add(topic);
                }
            }
        }
        return found;
    }

    private static boolean isCompacted(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("cleanup.policy")
                .value()
                .contains("compact");
    }

    private static boolean holds(ConsumerRecord<byte[], byte[]> record, String word) {
        StringBuilder all = new StringBuilder(text(record.key())).append('\n').append(text(record.value()));
        for (Header header : record.headers()) {
            all.append('\n').append(text(header.value()));
        }
        return all.toString().contains(word);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }
}
