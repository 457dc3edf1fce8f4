/**
 * What keeps coming back: daily counts of complaining customers to signals, and the life of an
 * alert from its first sign to a verified fix and back.
 *
 * <p>Pure Java. Nothing here knows Kafka or Avro, and nothing reads a clock: event time only.
 */
@NullMarked
package io.biggerbox.recurrence;

import org.jspecify.annotations.NullMarked;
