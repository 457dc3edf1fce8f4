package io.biggerbox.service;

import io.biggerbox.events.topics.Topic;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest value of every key of a topic, as it stands at present. For topics that are small because
 * they are compacted.
 *
 * @param <V> type of the values
 */
public final class TopicSnapshot<V> {

    private final TopicReader<String, V> reader;

    /**
     * A snapshot that is taken by {@link #read}.
     *
     * @param clientConfig bootstrap servers and security
     * @param topic the topic
     */
    public TopicSnapshot(Map<String, Object> clientConfig, Topic<String, V> topic) {
        reader = new TopicReader<>(clientConfig, topic);
    }

    /** The newest value of every key that has one, sorted by key. */
    public Map<String, V> read() {
        Map<String, V> newest = new TreeMap<>();
        reader.read(record -> {
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), record.value());
            }
        });
        return newest;
    }
}
