package io.biggerbox.events.topics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How a topic is to be created, and what an existing one is checked against.
 *
 * @param name the topic's name
 * @param purpose one sentence for people
 * @param partitions how many partitions
 * @param cleanup what happens to old records
 * @param config further topic configuration, by Kafka's own names
 */
public record TopicSpec(String name, String purpose, int partitions, Cleanup cleanup, Map<String, String> config) {

    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException(name + " needs at least one partition");
        }
        config = Map.copyOf(config);
    }

    /** The whole configuration, cleanup policy included, sorted by name. */
    public Map<String, String> fullConfig() {
        Map<String, String> all = new TreeMap<>(config);
        all.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        return all;
    }
}
