package io.biggerbox.cli.stack;

import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.GroupProtocol;
import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which applications to run, and how.
 *
 * @param applications which ones
 * @param taxonomy what to listen for
 * @param asked whether somebody asked for that taxonomy; if not, one that is in force already stays so
 * @param detection when alerts are raised
 * @param groups how instances of an application divide the work
 * @param readers who reads; whoever starts the applications closes them
 * @param state folder of their stores
 * @param partitions of every topic; null for as many as the topics have, or {@link #USUAL_PARTITIONS}
 * @param replication copies of every topic
 * @param health where health and metrics are told, port 0 for a free one; null for nowhere
 */
public record ApplicationPlan(
        Set<Application> applications,
        Taxonomy taxonomy,
        boolean asked,
        SettingsBook detection,
        GroupProtocol groups,
        Readers readers,
        Path state,
        @Nullable Integer partitions,
        short replication,
        @Nullable InetSocketAddress health) {

    /** Where health is usually told. */
    public static final int HEALTH_PORT = 8085;

    /** So many partitions topics get that nobody has asked about. */
    public static final int USUAL_PARTITIONS = 4;

    public ApplicationPlan {
        applications = Set.copyOf(applications);
    }
}
