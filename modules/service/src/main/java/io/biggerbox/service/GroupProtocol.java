package io.biggerbox.service;

import java.nio.file.Path;
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

    /**
     * What it takes, by Kafka's names.
     *
     * @param folder of the application's stores; an instance that is started again on it is known by it
     */
    Map<String, String> settings(Path folder) {
        Map<String, String> all = new HashMap<>();
        all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, name().toLowerCase(Locale.ROOT));
        if (this == CLASSIC) {
            // After the loss of a machine the group waits for its members: ten seconds, not the default of forty-five.
            all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "10000");
            all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), "2000");
            // Who was killed and comes back before that takes its place again at once (KIP-345): nobody else has to
            // wait for the dead member, and no task moves.
            all.put(
                    StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                    InstanceName.of(folder).toString());
        }
        return all;
    }
}
