package io.biggerbox.backtest;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.topics.SerdeFactory;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DecisionLog;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologyFactory;
import io.biggerbox.topologies.TopologySettings;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * What would have been raised, and when: plays source records in the order of their arrival to classify
 * and detect as they run in production.
 *
 * <p>Nothing looks ahead: the alerts before a moment are the same whatever arrives after it.
 */
public final class Backtest implements AutoCloseable {

    /**
     * Sums travel on every ten minutes of arrival time: a few times fewer messages, and no alert is stamped
     * earlier than in production, only up to so much later.
     */
    private static final Duration LINGER = Duration.ofMinutes(10);

    private final Topics topics;
    private final OfflinePipeline pipeline;
    private final Deque<Fixes.Fix> fixes;
    private final Consumer<ProcessChangeAlert> alerts;
    private long events;
    private long deadLetters;

    private Backtest(
            Topics topics, OfflinePipeline pipeline, List<Fixes.Fix> fixes, Consumer<ProcessChangeAlert> alerts) {
        this.topics = topics;
        this.pipeline = pipeline;
        this.fixes = new ArrayDeque<>(fixes);
        this.alerts = alerts;
    }

    /**
     * Opens a backtest over texts.
     *
     * @param taxonomy themes to look for
     * @param readers makes a reader for it
     * @param settings when alerts are raised
     * @param fixes declared changes in the order of time; each is said when its time comes
     * @param alerts takes every revision of every alert as it is decided
     */
    public static Backtest ofTexts(
            Taxonomy taxonomy,
            Function<Taxonomy, TextReader> readers,
            SettingsBook settings,
            List<Fixes.Fix> fixes,
            Consumer<ProcessChangeAlert> alerts) {
        return ofTexts(taxonomy, readers, settings, DecisionLog.NONE, fixes, alerts);
    }

    /**
     * Opens a backtest over texts that says how it decides.
     *
     * @param log hears how the days were decided of the series that it listens to
     */
    public static Backtest ofTexts(
            Taxonomy taxonomy,
            Function<Taxonomy, TextReader> readers,
            SettingsBook settings,
            DecisionLog log,
            List<Fixes.Fix> fixes,
            Consumer<ProcessChangeAlert> alerts) {
        Topics topics = inMemoryTopics();
        TopologySettings topology = TopologySettings.OFFLINE.with(change -> change.linger(LINGER));
        TopologyFactory factory =
                new TopologyFactory(topics, topology, taxonomy, readers, new EventTimeRecurrenceEngine(settings, log));
        OfflinePipeline pipeline =
                new OfflinePipeline(factory, Set.of(Application.CLASSIFY, Application.DETECT), Instant.EPOCH);
        return new Backtest(topics, pipeline, fixes, alerts);
    }

    /** Opens a backtest over {@link ClassifiedEvents}; the parameters are those of {@link #ofTexts}. */
    public static Backtest ofClassified(
            SettingsBook settings, List<Fixes.Fix> fixes, Consumer<ProcessChangeAlert> alerts) {
        return ofClassified(settings, DecisionLog.NONE, fixes, alerts);
    }

    /** Opens a backtest over {@link ClassifiedEvents} that says how it decides. */
    public static Backtest ofClassified(
            SettingsBook settings, DecisionLog log, List<Fixes.Fix> fixes, Consumer<ProcessChangeAlert> alerts) {
        Taxonomy none = new Taxonomy("given", "given", List.of());
        return ofTexts(none, taxonomy -> new ClassifiedReader(), settings, log, fixes, alerts);
    }

    /** Topics of one partition over a registry of their own in this process. */
    static Topics inMemoryTopics() {
        RegistryConnection registry =
                RegistryConnection.using(new MockSchemaRegistryClient(), WireSettings.of("mock://backtest"));
        return new Topics(1, new SerdeFactory() {
            @Override
            public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
                return new AvroSerde<>(registry, type);
            }
        });
    }

    /**
     * Plays one source record.
     *
     * @param event not earlier than those before it
     */
    public void play(TimedEvent event) {
        while (!fixes.isEmpty() && !fixes.element().at().isAfter(event.arrival())) {
            say(fixes.remove());
        }
        SpecificRecord record = event.event();
        if (record instanceof Review review) {
            pipeline.send(topics.reviews(), review.getCustomerId(), review, event.arrival());
        } else if (record instanceof Ticket ticket) {
            pipeline.send(topics.tickets(), ticket.getCustomerId(), ticket, event.arrival());
        } else if (record instanceof Survey survey) {
            pipeline.send(topics.surveys(), survey.getCustomerId(), survey, event.arrival());
        } else {
            throw new IllegalArgumentException("not a source record: " + record.getClass());
        }
        events++;
        drain();
    }

    /** Lets what lingers travel on, and says the changes declared after the last event. Call it once, at the end. */
    public void finish() {
        while (!fixes.isEmpty()) {
            say(fixes.remove());
        }
        pipeline.passTime(LINGER);
        drain();
    }

    private void say(Fixes.Fix fix) {
        pipeline.send(topics.commands(), fix.command().getProduct(), fix.command(), fix.at());
    }

    private void drain() {
        pipeline.read(topics.alerts(), alert -> alerts.accept(alert.value()));
        pipeline.read(topics.deadLetters(), letter -> deadLetters++);
    }

    /** Source records played so far. */
    public long events() {
        return events;
    }

    /** How many of them could not be processed. */
    public long deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
