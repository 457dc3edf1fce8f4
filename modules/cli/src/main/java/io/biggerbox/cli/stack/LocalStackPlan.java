package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What to run on this machine.
 *
 * @param stack broker and registry
 * @param health port that tells health and metrics, 0 for a free one; empty for none
 * @param state folder of the applications' stores
 * @param partitions of every topic
 * @param taxonomy what to listen for
 * @param asked whether somebody asked for that taxonomy; if not, one that is in force already stays so
 * @param detection when alerts are raised
 * @param applications which ones to run
 * @param readers who reads; the stack closes them
 */
public record LocalStackPlan(
        DevStackSettings stack,
        OptionalInt health,
        Path state,
        int partitions,
        Taxonomy taxonomy,
        boolean asked,
        SettingsBook detection,
        Set<Application> applications,
        Readers readers) {

    /** Where a stack usually tells its health. */
    public static final int HEALTH_PORT = 8085;

    public LocalStackPlan {
        applications = Set.copyOf(applications);
    }
}
