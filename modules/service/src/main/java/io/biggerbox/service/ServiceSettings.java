package io.biggerbox.service;

import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.TopologySettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What the service is started with.
 *
 * @param bootstrapServers brokers, {@code host:port} separated by commas
 * @param registry the schema registry
 * @param partitions partitions of every partitioned topic, at least 1; fixed once the topics exist
 * @param replication copies of every topic, from 1 up to the number of brokers
 * @param stateDirectory durable folder for state stores, of this instance alone
 * @param applications which applications to run in this process
 * @param groups how instances of an application divide the work
 * @param taxonomy themes to publish when the topic holds another version; teams get alert topics by it
 * @param detection when the engine raises an alert
 * @param topology what the topologies can be told
 * @param kafka further client and Streams settings by Kafka's names: threads, security, tuning
 */
public record ServiceSettings(
        String bootstrapServers,
        WireSettings registry,
        int partitions,
        short replication,
        Path stateDirectory,
        Set<Application> applications,
        GroupProtocol groups,
        Taxonomy taxonomy,
        SettingsBook detection,
        TopologySettings topology,
        Map<String, String> kafka) {

    public ServiceSettings {
        applications = Set.copyOf(applications);
        kafka = Map.copyOf(kafka);
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException("partitions and replication must be at least 1");
        }
        if (applications.isEmpty()) {
            throw new IllegalArgumentException("name at least one application to run");
        }
    }
}
