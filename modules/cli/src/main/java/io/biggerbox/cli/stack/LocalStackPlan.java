package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStackSettings;

/**
 * What to run on this machine.
 *
 * @param stack broker and registry
 * @param applications the rest
 */
public record LocalStackPlan(DevStackSettings stack, ApplicationPlan applications) {}
