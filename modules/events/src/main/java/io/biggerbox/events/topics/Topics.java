package io.biggerbox.events.topics;

import io.biggerbox.events.Command;
import io.biggerbox.events.Correction;
import io.biggerbox.events.Erasure;
import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Taxonomy;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.events.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The public topics of one installation.
 *
 * <p>Keys are strings everywhere. The three inputs, the feedback and the commands share one number of
 * partitions, because the applications read them side by side by customer or by product.
 */
public final class Topics {

    /** Keep for ever: history is replayed with every new taxonomy and model. */
    private static final String FOR_EVER = "-1";

    /** Source records of up to one megabyte grow when labels are added, and dead letters add headers. */
    private static final String FOUR_MEGABYTES = String.valueOf(4 << 20);

    /** The timestamp is the arrival: one from 2099 would make everything after it late. The brokers refuse it. */
    private static final String AN_HOUR = String.valueOf(60L * 60 * 1000);

    private static final String THIRTY_DAYS = String.valueOf(30L * 24 * 60 * 60 * 1000);

    /** Subscribers of a compacted alert topic see every revision for at least this long. */
    private static final String SEVEN_DAYS = String.valueOf(7L * 24 * 60 * 60 * 1000);

    /** What a newer record of the same key has replaced may name somebody who was erased: it must not lie there for long. */
    private static final String ONE_DAY = String.valueOf(24L * 60 * 60 * 1000);

    private static final String EIGHT_DAYS = String.valueOf(8L * 24 * 60 * 60 * 1000);

    private final int partitions;
    private final SerdeFactory serdes;
    private final Topic<String, Review> reviews;
    private final Topic<String, Ticket> tickets;
    private final Topic<String, Survey> surveys;
    private final Topic<String, Feedback> feedback;
    private final Topic<String, ThemeStats> themeStats;
    private final Topic<String, ExperienceStats> experienceStats;
    private final Topic<String, ProcessChangeAlert> alerts;
    private final Topic<String, Command> commands;
    private final Topic<String, Taxonomy> taxonomy;
    private final Topic<String, Correction> corrections;
    private final Topic<String, ThemeCandidate> themeCandidates;
    private final Topic<String, ThemeDecision> themeDecisions;
    private final Topic<String, Erasure> erasures;
    private final Topic<byte[], byte[]> deadLetters;

    /**
     * The topics of one installation.
     *
     * @param partitions of every topic that is partitioned, at least 1
     * @param serdes makes the value serdes
     */
    public Topics(int partitions, SerdeFactory serdes) {
        this.partitions = partitions;
        this.serdes = serdes;
        reviews = topic(
                Review.class, "voc.reviews", "Reviews as they came in, raw; keyed by customer.", Cleanup.DELETE, log());
        tickets = topic(
                Ticket.class,
                "voc.tickets",
                "Support tickets as they came in, raw; keyed by customer.",
                Cleanup.DELETE,
                log());
        surveys = topic(
                Survey.class,
                "voc.surveys",
                "Survey answers as they came in, raw; keyed by customer.",
                Cleanup.DELETE,
                log());
        feedback = topic(
                Feedback.class,
                "voc.feedback",
                "One reading of one input revision, redacted; keyed by customer.",
                Cleanup.DELETE,
                log());
        themeStats = topic(
                ThemeStats.class,
                "voc.theme-stats",
                "Complaints and praise per product, theme and window; one row a key.",
                Cleanup.COMPACT,
                Map.of());
        experienceStats = topic(
                ExperienceStats.class,
                "voc.experience-stats",
                "Sentiment and scores per product, channel and window; one row a key.",
                Cleanup.COMPACT,
                Map.of());
        alerts = alertTopic("voc.alerts", "Alerts of all teams; the latest revision of every alert is kept.");
        commands = topic(
                Command.class,
                "voc.commands",
                "What teams say about alerts; keyed by product.",
                Cleanup.DELETE,
                Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        FOR_EVER,
                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                        AN_HOUR));
        taxonomy = new Topic<>(
                new TopicSpec(
                        "voc.taxonomy",
                        "The themes that are listened for, by version.",
                        1,
                        Cleanup.COMPACT,
                        Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, FOUR_MEGABYTES)),
                Serdes.String(),
                serdes.serde(Taxonomy.class));
        corrections = new Topic<>(
                new TopicSpec(
                        "voc.corrections",
                        "What people say about labels, put into force whenever a record is read again; keyed by feedback.",
                        1,
                        Cleanup.COMPACT,
                        largeAndPrivate()),
                Serdes.String(),
                serdes.serde(Correction.class));
        themeCandidates = new Topic<>(
                new TopicSpec(
                        "voc.theme-candidates",
                        "Themes that the taxonomy could have: pain of many customers that no theme claims.",
                        1,
                        Cleanup.COMPACT,
                        Map.of(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, ONE_DAY)),
                Serdes.String(),
                serdes.serde(ThemeCandidate.class));
        themeDecisions = new Topic<>(
                new TopicSpec(
                        "voc.theme-decisions",
                        "What people have decided about theme candidates; keyed by candidate.",
                        1,
                        Cleanup.COMPACT,
                        Map.of()),
                Serdes.String(),
                serdes.serde(ThemeDecision.class));
        erasures = new Topic<>(
                new TopicSpec(
                        "voc.erasures",
                        "Customers who were erased, by a digest of their id; what they said before is not read again.",
                        1,
                        Cleanup.COMPACT,
                        largeAndPrivate()),
                Serdes.String(),
                serdes.serde(Erasure.class));
        deadLetters = new Topic<>(
                new TopicSpec(
                        "voc.dead-letters",
                        "Records that could not be processed: original bytes, reason in the headers.",
                        1,
                        Cleanup.DELETE,
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                THIRTY_DAYS,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                FOUR_MEGABYTES)),
                Serdes.ByteArray(),
                Serdes.ByteArray());
    }

    private static Map<String, String> largeAndPrivate() {
        return Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                FOUR_MEGABYTES,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                ONE_DAY);
    }

    private static Map<String, String> log() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                FOR_EVER,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                FOUR_MEGABYTES,
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                AN_HOUR);
    }

    private <T extends SpecificRecord> Topic<String, T> topic(
            Class<T> type, String name, String purpose, Cleanup cleanup, Map<String, String> config) {
        Serde<T> serde = serdes.serde(type);
        return new Topic<>(new TopicSpec(name, purpose, partitions, cleanup, config), Serdes.String(), serde);
    }

    private Topic<String, ProcessChangeAlert> alertTopic(String name, String purpose) {
        return topic(
                ProcessChangeAlert.class,
                name,
                purpose,
                Cleanup.COMPACT,
                Map.of(
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        SEVEN_DAYS,
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                        EIGHT_DAYS));
    }

    /** Number of partitions of the partitioned topics. */
    public int partitions() {
        return partitions;
    }

    /** Reviews in. */
    public Topic<String, Review> reviews() {
        return reviews;
    }

    /** Tickets in. */
    public Topic<String, Ticket> tickets() {
        return tickets;
    }

    /** Survey answers in. */
    public Topic<String, Survey> surveys() {
        return surveys;
    }

    /** Readings. */
    public Topic<String, Feedback> feedback() {
        return feedback;
    }

    /** Rows per theme. */
    public Topic<String, ThemeStats> themeStats() {
        return themeStats;
    }

    /** Rows per channel. */
    public Topic<String, ExperienceStats> experienceStats() {
        return experienceStats;
    }

    /** Alerts of all teams. */
    public Topic<String, ProcessChangeAlert> alerts() {
        return alerts;
    }

    /** Commands in. */
    public Topic<String, Command> commands() {
        return commands;
    }

    /** Taxonomy versions. */
    public Topic<String, Taxonomy> taxonomy() {
        return taxonomy;
    }

    /** Corrected labels. */
    public Topic<String, Correction> corrections() {
        return corrections;
    }

    /** Themes that could be. */
    public Topic<String, ThemeCandidate> themeCandidates() {
        return themeCandidates;
    }

    /** What people have decided about them. */
    public Topic<String, ThemeDecision> themeDecisions() {
        return themeDecisions;
    }

    /** Customers who were erased. */
    public Topic<String, Erasure> erasures() {
        return erasures;
    }

    /** What could not be processed. */
    public Topic<byte[], byte[]> deadLetters() {
        return deadLetters;
    }

    /**
     * The alerts of one team.
     *
     * @param team as the taxonomy names it: lower-case letters, digits and hyphens
     */
    public Topic<String, ProcessChangeAlert> alertsOf(String team) {
        return alertTopic(teamTopicName(team), "Alerts of team " + team + ".");
    }

    /** Name of the topic that holds the alerts of one team. */
    public static String teamTopicName(String team) {
        return "voc.alerts." + team;
    }

    /** Every topic that does not depend on the taxonomy, inputs first. */
    public List<Topic<?, ?>> all() {
        List<Topic<?, ?>> all = new ArrayList<>();
        all.add(reviews);
        all.add(tickets);
        all.add(surveys);
        all.add(feedback);
        all.add(themeStats);
        all.add(experienceStats);
        all.add(alerts);
        all.add(commands);
        all.add(taxonomy);
        all.add(corrections);
        all.add(themeCandidates);
        all.add(themeDecisions);
        all.add(erasures);
        all.add(deadLetters);
        return List.copyOf(all);
    }
}
