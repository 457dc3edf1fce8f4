package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.nio.file.Path;

/**
 * What to run on this machine.
 *
 * @param stack broker and registry
 * @param state folder of the applications' stores
 * @param partitions of every topic
 * @param taxonomy what to listen for
 * @param detection when alerts are raised
 * @param readers who reads; the stack closes them
 */
public record LocalStackPlan(
        DevStackSettings stack,
        Path state,
        int partitions,
        Taxonomy taxonomy,
        SettingsBook detection,
        Readers readers) {}
