package io.biggerbox.demo;

import org.jspecify.annotations.Nullable;

/**
 * What an event says, known because we wrote it. It is not part of the event: readers must find it out.
 *
 * @param mood with what the customer comes
 * @param theme id of the theme complained about, or null
 * @param story id of the planted story that the event belongs to, or null
 */
public record DemoTruth(Mood mood, @Nullable String theme, @Nullable String story) {}
