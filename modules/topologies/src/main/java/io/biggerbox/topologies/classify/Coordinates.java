package io.biggerbox.topologies.classify;

import java.time.Instant;

/**
 * Where a record was read.
 *
 * @param topic its topic
 * @param partition its partition, from 0
 * @param offset its offset, from 0
 * @param arrival its timestamp
 */
record Coordinates(String topic, int partition, long offset, Instant arrival) {}
