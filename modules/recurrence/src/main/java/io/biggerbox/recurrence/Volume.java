package io.biggerbox.recurrence;

/**
 * Change in the feedback of all kinds that a product received in one hour of event time: the
 * exposure that tells an outage or a campaign from a change in what customers feel. It is never a
 * denominator for pain.
 *
 * @param hour hour of event time, in hours since 1970-01-01T00:00Z
 * @param feedback texts and scores of any sentiment
 */
public record Volume(long hour, int feedback) {}
