package io.biggerbox.backtest;

import io.biggerbox.events.Command;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.recurrence.DecisionLog;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologyFactory;
import io.biggerbox.topologies.TopologySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides once more on feedback that was read before: the detection of production, with a wall clock that
 * follows the arrivals.
 */
public final class FeedbackReplay implements AutoCloseable {

    private final Topics topics = Backtest.inMemoryTopics();
    private final TopologySettings settings =
            TopologySettings.OFFLINE.with(change -> change.linger(TopologySettings.DEFAULTS.linger()));
    private final OfflinePipeline pipeline;
    private final Consumer<ProcessChangeAlert> alerts;
    private Instant wallClock;

    /**
     * Starts before the first record.
     *
     * @param taxonomy names of themes and teams
     * @param detection when alerts are raised
     * @param log hears how the days were decided of the series that it listens to
     * @param start not later than the first arrival
     * @param alerts takes every revision of every alert as it is decided
     */
    public FeedbackReplay(
            Taxonomy taxonomy,
            SettingsBook detection,
            DecisionLog log,
            Instant start,
            Consumer<ProcessChangeAlert> alerts) {
        TopologyFactory factory = new TopologyFactory(
                topics,
                settings,
                taxonomy,
                unused -> new ClassifiedReader(),
                new EventTimeRecurrenceEngine(detection, log));
        pipeline = new OfflinePipeline(factory, Set.of(Application.DETECT), start);
        wallClock = start;
        this.alerts = alerts;
    }

    /**
     * Plays a reading.
     *
     * @param arrival not earlier than that of the record before
     */
    public void play(Feedback feedback, Instant arrival) {
        waitUntil(arrival);
        pipeline.send(topics.feedback(), feedback.getCustomerId(), feedback, arrival);
        drain();
    }

    /**
     * Plays what a team said.
     *
     * @param arrival not earlier than that of the record before
     */
    public void play(Command command, Instant arrival) {
        waitUntil(arrival);
        flush();
        pipeline.send(topics.commands(), command.getProduct(), command, arrival);
        drain();
    }

    /** Lets the time pass until {@code now}, as it does in a stack in which nothing more arrives. */
    public void finish(Instant now) {
        flush();
        waitUntil(now);
    }

    /** A shorter wait than that after which a quiet stream is moved changes nothing. */
    private void waitUntil(Instant arrival) {
        Duration gap = Duration.between(wallClock, arrival);
        if (gap.compareTo(settings.quietAfter()) >= 0) {
            flush();
            pass(gap);
        }
    }

    /** Lets sums travel on: what has arrived counts before what follows. */
    private void flush() {
        pass(settings.flushInterval());
    }

    private void pass(Duration time) {
        pipeline.passTime(time);
        wallClock = wallClock.plus(time);
        drain();
    }

    private void drain() {
        pipeline.read(topics.alerts(), alert -> alerts.accept(alert.value()));
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
