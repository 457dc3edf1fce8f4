package io.biggerbox.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.biggerbox.backtest.OfflinePipeline;
import io.biggerbox.events.Command;
import io.biggerbox.events.Correction;
import io.biggerbox.events.Erasure;
import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologyFactory;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.classify.ClassifyTopology;
import io.biggerbox.topologies.detect.DetectTopology;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The applications in one thread, built by the factory of production over {@link Fixtures}, with a
 * registry of their own. What comes out is kept until the stack is closed; nothing waits, nothing sleeps.
 *
 * <p>Not thread-safe.
 */
public final class TestStack implements AutoCloseable {

    private static final Duration LONGER_THAN_ANY_PATIENCE = Duration.ofMinutes(1);

    /** Filled from their topics anew at every start. */
    private static final Set<String> GLOBAL_STORES =
            Set.of(DetectTopology.TAXONOMY_STORE, ClassifyTopology.CORRECTIONS_STORE, ClassifyTopology.ERASURES_STORE);

    private final Topics topics;
    private final TopologyFactory factory;
    private OfflinePipeline pipeline;
    private @Nullable Taxonomy published;
    private final Map<String, Correction> corrections = new LinkedHashMap<>();
    private final Map<String, Erasure> erasures = new LinkedHashMap<>();
    private final List<TestRecord<byte[], byte[]>> feedback = new ArrayList<>();
    private final Map<String, List<TestRecord<String, ?>>> seen = new LinkedHashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    private TestStack(TopologySettings settings, DetectionSettings detection, SchemaRegistryClient registry) {
        topics = Fixtures.topics(registry);
        factory = new TopologyFactory(
                topics,
                settings.with(change -> change.teams(Set.of(Fixtures.LOGISTICS))),
                Fixtures.TAXONOMY,
                Fixtures::reader,
                new EventTimeRecurrenceEngine(SettingsBook.of(detection)));
        pipeline = start(factory);
    }

    private static OfflinePipeline start(TopologyFactory factory) {
        return new OfflinePipeline(factory, EnumSet.allOf(Application.class), Instant.EPOCH).keepingFeedback();
    }

    /** A stack on the heap that sends everything on at once. */
    public static TestStack ephemeral() {
        return with(TopologySettings.OFFLINE, DetectionSettings.DEFAULTS, new MockSchemaRegistryClient());
    }

    /** A stack with the settings of production: RocksDB, changelogs, sums that linger. */
    public static TestStack durable() {
        return with(TopologySettings.DEFAULTS, DetectionSettings.DEFAULTS, new MockSchemaRegistryClient());
    }

    /**
     * A stack with settings of your own. Team {@link Fixtures#LOGISTICS} has an alert topic,
     * {@link Fixtures#APP_TEAM} has none.
     *
     * @param settings what the topologies can be told; the teams are replaced
     * @param detection when alerts are raised
     * @param registry holds the schemas
     */
    public static TestStack with(
            TopologySettings settings, DetectionSettings detection, SchemaRegistryClient registry) {
        return new TestStack(settings, detection, registry);
    }

    /** The topics, for their names and serdes. */
    public Topics topics() {
        return topics;
    }

    /** The applications, for looking into their stores. */
    public OfflinePipeline pipeline() {
        return pipeline;
    }

    /** Sends a review that arrives at {@code arrival}. */
    public void send(Review review, Instant arrival) {
        pipeline.send(topics.reviews(), review.getCustomerId(), review, arrival);
    }

    /** Sends a review that arrives when it was written, or edited. */
    public void send(Review review) {
        send(review, review.getEditedAt() == null ? review.getWrittenAt() : review.getEditedAt());
    }

    /** Sends a ticket that arrives at {@code arrival}. */
    public void send(Ticket ticket, Instant arrival) {
        pipeline.send(topics.tickets(), ticket.getCustomerId(), ticket, arrival);
    }

    /** Sends an answer to a survey that arrives when it was written. */
    public void send(Survey survey) {
        pipeline.send(topics.surveys(), survey.getCustomerId(), survey, survey.getWrittenAt());
    }

    /** Sends a command that arrives when it was issued. */
    public void send(Command command) {
        pipeline.send(topics.commands(), command.getProduct(), command, command.getIssuedAt());
    }

    /** Corrects a label. */
    public void send(Correction correction) {
        corrections.put(correction.getFeedbackId(), correction);
        pipeline.send(topics.corrections(), correction.getFeedbackId(), correction, correction.getCorrectedAt());
    }

    /** Erases a customer, now by the wall clock, and waits until that is carried out. */
    public void send(Erasure erasure) {
        erasures.put(erasure.getCustomerDigest(), erasure);
        pipeline.send(topics.erasures(), erasure.getCustomerDigest(), erasure, erasure.getErasedAt());
        settle();
    }

    /** Decides about a theme candidate. */
    public void send(ThemeDecision decision) {
        pipeline.send(topics.themeDecisions(), decision.getCandidateId(), decision, decision.getDecidedAt());
    }

    /** Takes a correction back. */
    public void undoCorrection(String feedbackId, Instant at) {
        corrections.remove(feedbackId);
        pipeline.send(topics.corrections(), feedbackId, null, at);
    }

    /** Publishes a taxonomy. */
    public void publish(Taxonomy taxonomy, Instant at) {
        published = taxonomy;
        pipeline.send(topics.taxonomy(), TaxonomyRecords.KEY, TaxonomyRecords.toRecord(taxonomy, at), at);
    }

    /** Sends raw bytes. */
    public void sendBytes(String topic, @Nullable String key, byte @Nullable [] value, Instant arrival) {
        pipeline.sendBytes(topic, key == null ? null : key.getBytes(UTF_8), value, arrival);
    }

    /** Sends raw bytes with headers to one application. */
    public void sendBytes(
            Application application,
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Instant arrival) {
        pipeline.driver(application)
                .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, arrival));
        pipeline.passTime(Duration.ZERO);
    }

    /**
     * Stops all applications and starts them again, as right after a commit, before which sums have travelled on: what
     * is in stores and on topics is found again, what was only in memory is lost. So is, other than in production, what
     * a processor reads from its store before the first record: the driver lets nobody fill the stores earlier.
     */
    public void restart() {
        pipeline.passTime(TopologySettings.OFFLINE.flushInterval());
        drain();
        OfflinePipeline before = pipeline;
        pipeline = start(factory);
        for (Application application : Application.values()) {
            TopologyTestDriver from = before.driver(application);
            TopologyTestDriver to = pipeline.driver(application);
            from.getAllStateStores().forEach((name, store) -> {
                if (store instanceof KeyValueStore && !GLOBAL_STORES.contains(name)) {
                    copy(from.getKeyValueStore(name), to.getKeyValueStore(name));
                }
            });
        }
        before.close();
        Taxonomy taxonomy = published;
        if (taxonomy != null) {
            publish(taxonomy, Instant.EPOCH);
        }
        Map.copyOf(corrections).values().forEach(this::send);
        Map.copyOf(erasures).values().forEach(this::send);
    }

    private static void copy(KeyValueStore<Object, Object> from, KeyValueStore<Object, Object> to) {
        try (KeyValueIterator<Object, Object> entries = from.all()) {
            entries.forEachRemaining(entry -> to.put(entry.key, entry.value));
        }
    }

    /** Takes over what the applications have written, before they go. */
    private void drain() {
        List.of(
                        topics.themeStats(),
                        topics.experienceStats(),
                        topics.alerts(),
                        topics.alertsOf(Fixtures.LOGISTICS),
                        topics.themeCandidates())
                .forEach(this::records);
        pipeline.readFeedback(feedback::add);
        deadLetters();
    }

    /** Lets sums that linger travel on and sources fall idle. */
    public void settle() {
        pipeline.passTime(LONGER_THAN_ANY_PATIENCE);
    }

    /** The bytes of a value as a producer would write them. */
    public <V> byte[] bytes(Topic<String, V> topic, V value) {
        return topic.valueSerde().serializer().serialize(topic.name(), value);
    }

    /** All readings so far. */
    public List<Feedback> feedback() {
        pipeline.readFeedback(feedback::add);
        return feedback.stream()
                .map(record -> topics.feedback()
                        .valueSerde()
                        .deserializer()
                        .deserialize(topics.feedback().name(), record.value()))
                .toList();
    }

    /** The newest row of every key. */
    public Map<String, ThemeStats> themeStats() {
        return latest(topics.themeStats());
    }

    /** The newest row of every key. */
    public Map<String, ExperienceStats> experienceStats() {
        return latest(topics.experienceStats());
    }

    /** The latest revision of every theme candidate. */
    public Map<String, ThemeCandidate> themeCandidates() {
        return latest(topics.themeCandidates());
    }

    /** Every revision of every alert so far, in the order in which they were decided. */
    public List<ProcessChangeAlert> alerts() {
        return records(topics.alerts()).stream().map(TestRecord::value).toList();
    }

    /** Everything that was written to {@code topic} so far, with keys and headers. */
    @SuppressWarnings("unchecked") // a topic's records are always put in with the topic's type
    public <V> List<TestRecord<String, V>> records(Topic<String, V> topic) {
        List<TestRecord<String, ?>> all = seen.computeIfAbsent(topic.name(), name -> new ArrayList<>());
        pipeline.read(topic, all::add);
        return all.stream().map(record -> (TestRecord<String, V>) record).toList();
    }

    private <V> Map<String, V> latest(Topic<String, V> topic) {
        Map<String, V> latest = new LinkedHashMap<>();
        records(topic).forEach(record -> latest.put(record.key(), record.value()));
        return latest;
    }

    /** All dead letters so far. */
    public List<DeadLetter> deadLetters() {
        pipeline.read(topics.deadLetters(), record -> deadLetters.add(DeadLetter.of(record)));
        return List.copyOf(deadLetters);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
