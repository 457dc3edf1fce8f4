package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.biggerbox.acceptance.support.Batch;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Review;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.BiggerBoxService;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.StreamsProperties;
import io.biggerbox.topologies.TopologyFactory;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A restart changes nothing, and what was known before is known after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(75, ChronoUnit.DAYS);
    private final Rows rows = new Rows("s", 4);
    private Installation installation;

    @BeforeAll
    void start(@TempDir Path directory) {
        installation = Installation.start(directory, 2);
        for (int day = 0; day < 63; day++) {
            rows.onDay(first.plus(day, ChronoUnit.DAYS), 2, "Shop", Themes.BOX_TEXT, 1);
        }
        send(rows.reviews());
        awaitBatch();
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

    private void awaitBatch() {
        Batch batch = new Batch(FastReader.create(Themes.read(installation.taxonomy())));
        var themes = batch.themeRows(rows.reviews());
        var experiences = batch.experienceRows(rows.reviews());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Batch.themes(installation.topics().themeStats()))
                .containsAllEntriesOf(themes));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Batch.experiences(installation.topics().experienceStats()))
                .isEqualTo(experiences));
    }

    @Test
    @Order(1)
    void aRestartPublishesNothingAnew() {
        installation.awaitProcessed();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(installation.topics().alertRevisions()).isNotEmpty());
        var feedback = installation.topics().feedback();
        var themes = installation.topics().themeStats();
        var experiences = installation.topics().experienceStats();
        var alerts = installation.topics().alertRevisions();

        installation.restart();
        installation.awaitProcessed();
        send(rows.reviews().subList(0, 10));
        installation.awaitProcessed();

        assertThat(installation.topics().feedback()).as("known revisions drop").isEqualTo(feedback);
        assertThat(installation.topics().themeStats()).isEqualTo(themes);
        assertThat(installation.topics().experienceStats()).isEqualTo(experiences);
        assertThat(installation.topics().alertRevisions()).isEqualTo(alerts);
    }

    @Test
    @Order(2)
    void anEditAfterARestartReplacesWhatWasSaidBefore() {
        Review old = rows.reviews().get(0);
        Review edited = Rows.review(
                old.getSourceId(), 2, old.getCustomerId(), old.getWrittenAt(), old.getProduct(), Themes.PRAISE_TEXT, 5);
        rows.add(edited);
        send(List.of(edited));
        awaitBatch();
        Feedback feedback = installation.topics().feedback().stream()
                .filter(each -> each.getRevision() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(feedback.getReplaces()).isNotNull();
    }

    @Test
    @Order(3)
    void theTaxonomyOnItsTopicIsInForceBeforeTheFirstRecord(@TempDir Path other) throws InterruptedException {
        String published = Themes.read(installation.taxonomy()).version();
        Taxonomy unpublished = Themes.read(Themes.write(other, "Comes late"));
        assertThat(unpublished.version()).isNotEqualTo(published);
        installation.stopService();
        Review review = Rows.review("after", 1, "c-after", first, "Other", Themes.BOX_TEXT, 1);
        send(List.of(review));

        try (RegistryConnection registry = RegistryConnection.connect(WireSettings.of(installation.registryUrl()));
                KafkaStreams classify = classify(registry, unpublished)) {
            classify.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            installation.topics().feedback())
                    .filteredOn(each -> each.getProduct().equals("Other"))
                    .hasSize(1)
                    .allSatisfy(each -> assertThat(each.getTaxonomyVersion()).isEqualTo(published)));
        }
    }

    private KafkaStreams classify(RegistryConnection registry, Taxonomy initial) {
        TopologyFactory factory = new TopologyFactory(
                BiggerBoxService.topics(2, registry),
                TopologySettings.DEFAULTS,
                initial,
                FastReader::create,
                new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS)));
        Properties properties = StreamsProperties.of(
                Application.CLASSIFY,
                "voc.dead-letters",
                Map.of(
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        installation.broker().bootstrapServers(),
                        StreamsConfig.STATE_DIR_CONFIG,
                        installation.state().toString()));
        return new KafkaStreams(factory.build(Application.CLASSIFY, properties), properties);
    }
}
