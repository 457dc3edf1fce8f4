package io.biggerbox.cli.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How instances of an application divide the work. */
public enum GroupProtocol {
    /** The instances among themselves: ready sooner, works with all brokers. */
    CLASSIC,
    /** The brokers, from 4.2 on (KIP-1071); time-outs and standbys are then theirs to set. */
    STREAMS;

    /** What it takes, by Kafka's names. */
    Map<String, String> settings() {
        Map<String, String> all = new HashMap<>();
        all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, name().toLowerCase(Locale.ROOT));
        if (this == CLASSIC) {
            // After a kill the group waits for the dead members: ten seconds, not the default of forty-five.
            all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "10000");
            all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), "2000");
        }
        return all;
    }
}
