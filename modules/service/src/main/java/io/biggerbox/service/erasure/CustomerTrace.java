package io.biggerbox.service.erasure;

import io.biggerbox.events.topics.Topic;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.service.TopicReader;
import io.biggerbox.service.TopicSnapshot;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the topics hold of one customer.
 *
 * @param records how many records of theirs, by topic; topics without any are left out
 * @param feedbackIds their feedback
 * @param corrections feedback ids of corrections of their words
 * @param alerts ids of alerts that quote them in their latest revision
 * @param candidates ids of theme candidates that do
 */
public record CustomerTrace(
        Map<String, Long> records,
        Set<String> feedbackIds,
        Set<String> corrections,
        Set<String> alerts,
        Set<String> candidates) {

    public CustomerTrace {
        records = Map.copyOf(records);
        feedbackIds = Set.copyOf(feedbackIds);
        corrections = Set.copyOf(corrections);
        alerts = Set.copyOf(alerts);
        candidates = Set.copyOf(candidates);
    }

    /**
     * Reads all topics that may hold something.
     *
     * @param clientConfig bootstrap servers and security
     * @param customer the customer's id
     */
    public static CustomerTrace find(Map<String, Object> clientConfig, Topics topics, String customer) {
        Map<String, Long> records = new TreeMap<>();
        Set<String> ids = new TreeSet<>();
        Values values = new Values(topics);
        for (Topic<String, ?> topic : values.histories()) {
            new TopicReader<>(clientConfig, raw(topic)).read(record -> {
                Whose whose = values.whose(record);
                if (whose != null && whose.customer().equals(customer)) {
                    ids.add(whose.feedbackId());
                    records.merge(record.topic(), 1L, Long::sum);
                } else if (customer.equals(Whose.text(record.key()))) {
                    records.merge(record.topic(), 1L, Long::sum);
                }
            });
        }
        new TopicReader<>(clientConfig, topics.deadLetters()).read(record -> {
            if (holds(values, record, customer)) {
                records.merge(record.topic(), 1L, Long::sum);
            }
        });
        Set<String> corrections = new TreeSet<>();
        new TopicSnapshot<>(clientConfig, topics.corrections()).read().forEach((id, correction) -> {
            if (correction.getCustomerId().equals(customer)) {
                corrections.add(id);
            }
        });
        Set<String> alerts = new TreeSet<>();
        new TopicSnapshot<>(clientConfig, topics.alerts()).read().forEach((id, alert) -> {
            if (alert.getQuotes().stream().anyMatch(quote -> ids.contains(quote.getFeedbackId()))) {
                alerts.add(id);
            }
        });
        Set<String> candidates = new TreeSet<>();
        new TopicSnapshot<>(clientConfig, topics.themeCandidates()).read().forEach((id, candidate) -> {
            if (candidate.getQuotes().stream().anyMatch(quote -> ids.contains(quote.getFeedbackId()))) {
                candidates.add(id);
            }
        });
        return new CustomerTrace(records, ids, corrections, alerts, candidates);
    }

    private static boolean holds(Values values, ConsumerRecord<byte[], byte[]> record, String customer) {
        Whose whose = values.whose(record);
        return customer.equals(Whose.text(record.key()))
                || (whose != null && whose.customer().equals(customer));
    }

    private static Topic<byte[], byte[]> raw(Topic<String, ?> topic) {
        return new Topic<>(topic.spec(), Serdes.ByteArray(), Serdes.ByteArray());
    }
}
