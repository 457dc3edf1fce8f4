package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import java.nio.file.Path;
import java.util.Set;

/**
 * What to run on this machine.
 *
 * @param stack broker and registry
 * @param state folder of the applications' stores
 * @param partitions of every topic
 * @param taxonomy what to listen for
 * @param detection when alerts are raised
 * @param applications which ones to run
 */
public record LocalStackPlan(
        DevStackSettings stack,
        Path state,
        int partitions,
        Taxonomy taxonomy,
        SettingsBook detection,
        Set<Application> applications) {

    public LocalStackPlan {
        applications = Set.copyOf(applications);
    }
}
