package io.biggerbox.recurrence;

import java.time.Instant;

/**
 * An alert about a theme that belongs together with that of another alert, and is open at the same time.
 *
 * @param alertId id of the alert
 * @param theme id of its theme
 * @param state where it stands
 * @param openedAt event time at which its generation was raised
 */
public record Related(String alertId, String theme, AlertState state, Instant openedAt) {}
