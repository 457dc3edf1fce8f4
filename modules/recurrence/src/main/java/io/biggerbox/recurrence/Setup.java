package io.biggerbox.recurrence;

/**
 * What an engine was given.
 *
 * @param settings which settings hold where
 * @param themes names and families of themes
 * @param log hears every decision
 */
record Setup(SettingsBook settings, Themes themes, DecisionLog log) {}
